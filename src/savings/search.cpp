#include "savings/search.hpp"

#include "savings/settlements.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace proviso::savings {
namespace {

rational in_money(const posed& of, const market& in, std::int64_t minor) {
  return rational::decimal(minor + of.fixed, in.everything().decimals);
}

// Charges of SKUs of which nothing is to be decided, in minor units, by contract year.
std::vector<rational> fixed_charges(const market& in, const metering::assessment& of) {
  const auto years = model::calendar::year_of(in.everything().months.size());
  std::vector<rational> sums(static_cast<std::size_t>(years));
  for (const auto& charge : of.charges)
    for (std::size_t i = 0; i < in.offers().size(); ++i)
      if (charge.sku != nullptr && charge.sku->name == in.offers()[i].sku->name &&
          in.offers()[i].stretches.empty())
        sums[static_cast<std::size_t>(model::calendar::year_of(charge.month)) - 1] +=
            charge.amount * rational(10).power(static_cast<std::uint32_t>(in.everything().decimals));
  return sums;
}

std::int64_t rounded_up(std::int64_t value, std::int64_t by) {
  return value <= 0 ? 0 : (value + by - 1) / by;
}

void lower(std::optional<rational>& bound, const rational& by) {
  if (bound && by < *bound)
    bound = by;
}

// The first way in which a purchase of this cost is found is kept, for a certificate to show it.
void improve(found& best, const found& by) {
  if (best.from == nullptr && by.cost() == best.cost())
    best.from = by.from;
  if (by.cost() >= best.cost())
    return;
  best.bought = by.bought;
  best.exact = by.exact;
  best.from = by.from;
}

// Units for which the priced blocks that are begun have room cost nothing.
void fill_blocks(purchase& bought, const market& in) {
  for (std::size_t i = 0; i < in.offers().size(); ++i)
    for (std::size_t s = 0; s < in.offers()[i].stretches.size(); ++s) {
      const auto& of = in.offers()[i];
      const auto terms = of.sku->on(in.everything().months[of.stretches[s].first_month].days.first);
      const auto* price = terms.price ? std::get_if<model::block_price>(&terms.price->value.how) : nullptr;
      const auto block = terms.block ? std::max<std::int64_t>(terms.block->value, 1) : 1;
      auto& quantity = bought.quantities[i][s];
      if (price != nullptr)
        quantity = rounded_up(quantity, price->size) * price->size / block * block;
    }
}

// ---- users who leave where a population shrinks

std::int64_t leaving(const std::vector<move>& moves, std::size_t population) {
  std::int64_t sum = 0;
  for (const auto& each : moves)
    sum += each.population == population ? each.users : 0;
  return sum;
}

// The populations of the months that are below, each once and the largest first: some are enough to try.
std::vector<std::int64_t> fewer_users(const demand& of, std::int64_t than) {
  constexpr std::size_t most_tried = 12;
  auto result = of.users;
  std::erase_if(result, [&](std::int64_t users) { return users >= than; });
  std::ranges::sort(result, std::greater{});
  result.erase(std::unique(result.begin(), result.end()), result.end());
  result.resize(std::min(result.size(), most_tried));
  return result;
}

// Those stay who gain least by leaving: of a pool the seldom, of members the frequent.
std::vector<move> with_at_most(std::vector<move> moves, const population& of, std::size_t p, std::int64_t most,
                               bool from_pool) {
  std::ranges::stable_sort(moves, [&](const move& a, const move& b) {
    const auto days = [&](const move& m) { return m.population == p ? of.bands[m.band].login_days : 0; };
    return from_pool ? days(a) > days(b) : days(a) < days(b);
  });
  for (auto& each : moves)
    if (each.population == p) {
      each.users = std::min(each.users, most);
      most -= each.users;
    }
  std::erase_if(moves, [](const move& m) { return m.users == 0; });
  std::ranges::sort(moves, {}, [](const move& m) { return std::tuple(m.population, m.band, m.to); });
  return moves;
}

} // namespace

searching::searching(const market& in, const people& who, const purchase& start, effort limits)
    : in_(in), who_(who), settled_(start.homes), beyond_(who.all.size()), limits_(limits) {
  if (const auto figures = metered(in, who, start))
    fixed_ = fixed_charges(in, (*figures)->figures);
  for (std::size_t p = 0; p < who.all.size(); ++p)
    for (std::size_t i = 0; i < who.all[p].at.size(); ++i) {
      const bool serves = i == settled_[p] || who.all[p].at[i].kind != change::none;
      beyond_[p].push_back(serves ? beyond_bands(who.all[p], in, i) : rational());
    }
}

searching::attempt searching::attempted(const given_parts& given, const allowance& allowed) const {
  attempt result;
  const auto asked = pose(in_, who_, given, allowed);
  if (!asked) {
    result.doubt = asked.why().missing;
    return result;
  }
  const auto answer = answered(*asked);
  const auto here = std::make_shared<const way>(way{*asked, answer.found});
  if (answer.status == optimizing::outcome::refused)
    result.doubt = answer.refusal;
  else if (!asked->partial.empty())
    take_easier_bound(result, given, allowed, asked->partial);
  else
    take_bound(result, here, answer);
  if (answer.status != optimizing::outcome::proven && answer.status != optimizing::outcome::gap)
    return result;
  auto bought = translated(*asked, in_, answer.found.bought);
  std::optional<found> best;
  if (loses(given))
    best = fitted(given.homes, bought.moves, allowed.packs);
  else if (auto exact = cost_of(in_, who_, bought))
    best = found{std::move(bought), *exact, {}, {}, {}, here};
  else if (given.moves == nullptr)
    best = repaired(given.homes, std::move(bought.moves), allowed.packs);
  if (best && (!result.best || best->cost() <= result.best->cost()))
    result.best = std::move(best);
  return result;
}

std::optional<found> searching::repaired(const std::vector<std::size_t>& homes, std::vector<move> moves,
                                         bool packs) const {
  auto best = fitted(homes, moves, packs);
  for (std::size_t p = 0; p < who_.all.size(); ++p)
    for (const auto most : fewer_users(who_.all[p].at[homes[p]].full, leaving(moves, p))) {
      auto fewer = with_at_most(moves, who_.all[p], p, most, in_.offers()[homes[p]].is_pool());
      auto tried = fitted(homes, fewer, packs);
      if (!tried || (best && tried->cost() >= best->cost()))
        continue;
      best = std::move(tried);
      moves = std::move(fewer);
    }
  return best;
}

optimizing::solution searching::answered(const posed& asked) const {
  optimizing::effort work;
  work.work = limits_.work;
  return optimizing::solve(asked.problem, work);
}

void searching::take_bound(attempt& to, const std::shared_ptr<const way>& from,
                           const optimizing::solution& answer) const {
  to.proof = from;
  const auto& asked = from->asked;
  if (answer.status == optimizing::outcome::infeasible)
    to.infeasible = true;
  else
    to.bound = in_money(asked, in_, rounded_up(answer.found.bound, asked.fine) - asked.slack);
}

// What the search leaves out is made easier, and bounded so, where that can be posed.
void searching::take_easier_bound(attempt& to, const given_parts& given, const allowance& allowed,
                                  const std::string& left_out) const {
  to.doubt = fmt::format("the search leaves out {}", left_out);
  const auto easier = pose(in_, who_, given, allowed, posing_as::easier);
  if (!easier || !easier->partial.empty())
    return;
  const auto answer = answered(*easier);
  if (answer.status != optimizing::outcome::refused)
    take_bound(to, std::make_shared<const way>(way{*easier, answer.found}), answer);
  if (answer.status != optimizing::outcome::proven && answer.status != optimizing::outcome::gap)
    return;
  auto bought = translated(*easier, in_, answer.found.bought);
  fill_blocks(bought, in_);
  if (auto exact = cost_of(in_, who_, bought))
    to.best = found{std::move(bought), *exact, {}, {}, {}, {}};
}

bool searching::loses(const given_parts& given) const {
  for (std::size_t p = 0; p < given.anywhere.size(); ++p)
    if (given.anywhere[p] && std::ranges::any_of(beyond_[p], [](const auto& each) { return !each.is_zero(); }))
      return true;
  return false;
}

searching::settlings searching::homes(const allowance& allowed) const {
  settlings result;
  for (std::size_t p = 0; p < who_.all.size(); ++p)
    result.push_back(settling_of(p, allowed));
  join(result, allowed);
  return result;
}

searching::settling searching::settling_of(std::size_t p, const allowance& allowed) const {
  settling result{{settled_[p]}, false, beyond_[p][settled_[p]]};
  const auto& of = who_.all[p];
  for (std::size_t i = 0; i < of.at.size(); ++i)
    if (i != settled_[p] && allowed.permits(of.at[i]) && (i != of.own || of.lacking.empty())) {
      result.homes.push_back(i);
      result.lost += beyond_[p][i];
    }
  return result;
}

// Of one home, users of bands must be able to go to all others.
bool searching::can_join(std::size_t p, const settling& one, const allowance& allowed) const {
  std::optional<model::counting> how;
  return std::ranges::all_of(one.homes, [&](std::size_t home) {
    const auto& at = in_.offers()[home];
    const auto counted = at.sku->count.value;
    if (at.is_pool() && how.value_or(counted) != counted)
      return false;
    if (at.is_pool())
      how = counted;
    return home == settled_[p] || may_take(in_, who_.all[p], settled_[p], home, allowed);
  });
}

void searching::join(settlings& all, const allowance& allowed) const {
  std::vector<std::size_t> order;
  for (std::size_t p = 0; p < all.size(); ++p)
    if (all[p].homes.size() > 1 && can_join(p, all[p], allowed))
      order.push_back(p);
  std::ranges::stable_sort(order, {}, [&](std::size_t p) { return all[p].lost; });
  for (const auto p : order)
    all[p].anywhere = all[p].lost.is_zero();
  const auto most = ways_of(all) > limits_.most_ways ? limits_.few_ways : limits_.most_ways;
  for (const auto p : order)
    all[p].anywhere = all[p].anywhere || ways_of(all) > most;
}

std::size_t searching::ways_of(const settlings& all) const {
  std::size_t result = 1;
  for (const auto& each : all)
    result = std::min(result * (each.anywhere ? 1 : each.homes.size()), limits_.most_ways + 1);
  return result;
}

void searching::try_all(found& best, const settlings& ways, const allowance& allowed) const {
  std::vector<std::size_t> at(ways.size());
  for (bool more = true; more;) {
    given_parts given{{}, nullptr, fixed_};
    for (std::size_t p = 0; p < ways.size(); ++p) {
      given.homes.push_back(ways[p].homes[at[p]]);
      given.anywhere.push_back(ways[p].anywhere);
    }
    const auto tried = attempted(given, allowed);
    if (tried.best)
      improve(best, *tried.best);
    best.ways.push_back(tried.proof);
    if (best.doubt.empty())
      best.doubt = tried.doubt;
    if (tried.bound)
      lower(best.bound, *tried.bound);
    else if (!tried.infeasible)
      best.bound.reset();
    more = false;
    for (std::size_t p = 0; p < ways.size() && !more; ++p) {
      more = !ways[p].anywhere && ++at[p] < ways[p].homes.size();
      if (!more)
        at[p] = 0;
    }
  }
}

void searching::try_each(found& best, const settlings& ways, const allowance& allowed) const {
  given_parts given{best.bought.homes, nullptr, fixed_};
  for (std::size_t p = 0; p < ways.size(); ++p) {
    given.anywhere.push_back(ways[p].anywhere && ways[p].lost.is_zero());
    if (given.anywhere[p])
      given.homes[p] = settled_[p];
  }
  for (std::size_t p = 0; p < ways.size(); ++p)
    for (std::size_t i = 0; i < ways[p].homes.size() && !given.anywhere[p]; ++i) {
      auto other = given;
      other.homes[p] = ways[p].homes[i];
      const auto tried = attempted(other, allowed);
      if (!tried.best || tried.best->cost() >= best.cost())
        continue;
      improve(best, *tried.best);
      given = other;
    }
}

void searching::try_named(found& best, const allowance& allowed) const {
  for (const auto& each : settlements_of(in_, who_, settled_))
    if (each.missing.empty() && is_allowed(each, who_, settled_, allowed))
      if (const auto fit = fitted(each.homes, each.moves, allowed.packs))
        improve(best, *fit);
}

void searching::polish(found& best, const allowance& allowed) const {
  const auto moves = best.bought.moves;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    const auto whole = who_.all[moves[i].population].bands[moves[i].band].users;
    for (const std::int64_t users : {whole, std::int64_t{0}}) {
      auto tried = best.bought.moves;
      const auto same = std::ranges::find_if(tried, [&](const move& m) {
        return m.population == moves[i].population && m.band == moves[i].band && m.to == moves[i].to;
      });
      if (moves[i].users == whole || same == tried.end())
        continue;
      same->users = users;
      std::erase_if(tried, [](const move& m) { return m.users == 0; });
      if (const auto fit = fitted(best.bought.homes, tried, allowed.packs))
        improve(best, *fit);
    }
  }
}

found searching::cheapest(const allowance& allowed, const found& known) const {
  found best{known.bought, known.exact, known.cost(), {}, {}, known.from};
  const auto ways = homes(allowed);
  const bool tries_all = ways_of(ways) <= limits_.most_ways;
  if (tries_all) {
    try_all(best, ways, allowed);
  } else {
    best.doubt = "there are too many ways to settle whole populations to try them all";
    best.bound.reset();
  }
  if (!best.proven() && (!tries_all || std::ranges::any_of(ways, [](const auto& each) {
        return each.anywhere && !each.lost.is_zero();
      })))
    try_each(best, ways, allowed);
  polish(best, allowed);
  if (!best.proven())
    try_named(best, allowed);
  for (const auto kind : {change::move, change::license, change::window})
    if (auto why = kind <= allowed.most ? unsplit(kind) : std::string(); !why.empty()) {
      best.doubt = std::move(why);
      best.bound.reset();
      break;
    }
  if (!best.doubt.empty())
    best.ways.clear();
  return best;
}

std::string searching::unsplit(change kind) const {
  for (std::size_t p = 0; p < who_.all.size(); ++p) {
    const auto& of = who_.all[p];
    if (of.no_bands.empty() || !of.is_there(settled_[p]))
      continue;
    for (std::size_t i = 0; i < of.at.size(); ++i)
      if (i != settled_[p] && of.at[i].kind == kind)
        return of.no_bands;
  }
  return {};
}

std::optional<found> searching::fitted(const std::vector<std::size_t>& homes, const std::vector<move>& moves,
                                       bool packs) const {
  return attempted({homes, &moves, fixed_}, {change::stay, packs}).best;
}

} // namespace proviso::savings
