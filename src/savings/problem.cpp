#include "savings/problem.hpp"

#include "savings/tariff.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numeric>

namespace proviso::savings {
namespace {

using optimizing::no_load;
using menu_of_offers = std::vector<optimizing::choice>;

constexpr std::int64_t finest_money = 1'000'000;
constexpr std::int64_t finest_login = 1'000'000'000'000;

struct refused {
  std::string why;
};

// The parts of the problem in exact numbers, until what they are whole multiples of is known.
class posing {
public:
  posing(const market& in, const people& who, const given_parts& given, const allowance& allowed)
      : in_(in), who_(who), given_(given), allowed_(allowed) {
    made_.homes = given.homes;
    if (given.moves != nullptr)
      made_.moves = *given.moves;
    made_.fixed = given.fixed.whole().value_or(0);
  }

  posed operator()() {
    made_.problem.months = static_cast<std::uint32_t>(months());
    find_scales();
    for (std::size_t i = 0; i < in_.offers().size(); ++i)
      add_offer(i);
    for (std::size_t p = 0; p < who_.all.size(); ++p)
      add_population(p);
    add_least_cost();
    if (auto wrong = optimizing::flaw(made_.problem); !wrong.empty())
      throw refused{fmt::format("numbers that the search can hold: {}", wrong)};
    return std::move(made_);
  }

private:
  [[nodiscard]] const model::contract& contract() const { return in_.everything(); }
  [[nodiscard]] std::size_t months() const { return contract().months.months().size(); }
  [[nodiscard]] rational minor(const rational& amount) const {
    return amount * rational(10).power(static_cast<std::uint32_t>(contract().decimals));
  }
  [[nodiscard]] model::sku_terms terms(const offer& of, int month) const {
    return of.sku->on(contract().months[month].days.first);
  }

  void leave_out(std::string what) {
    if (made_.partial.empty())
      made_.partial = std::move(what);
  }

  // ---- units

  void find_scales() {
    common_denominator money;
    common_denominator logins;
    for (const auto& each : in_.offers()) {
      for (const auto& one : each.stretches)
        for (const auto& tier : tariff_of(contract(), *each.sku, one).tiers)
          money.meet(tier.price);
      for (const auto& step : each.sku->steps)
        if (step.terms.overage)
          money.meet(minor(step.terms.overage->value.amount));
    }
    for (const auto& population : who_.all)
      for (const auto& at : population.at)
        for (const auto* figures : {&at.full.logins, &at.full.factor})
          for (const auto& each : *figures)
            logins.meet(each);
    made_.fine = fits(money.value(finest_money), "prices of fewer decimals");
    made_.problem.minor = made_.fine;
    made_.problem.denominator = fits(logins.value(finest_login), "login days and factors of fewer decimals");
  }

  static std::int64_t fits(std::optional<std::int64_t> value, std::string_view what) {
    if (!value)
      throw refused{fmt::format("{}: the search counts in whole numbers", what)};
    return *value;
  }
  [[nodiscard]] std::int64_t money(const rational& in_minor) const {
    return fits(common_denominator::scaled(in_minor, made_.fine), "amounts within range");
  }
  [[nodiscard]] std::int64_t logins(const rational& exact) const {
    return fits(common_denominator::scaled(exact, made_.problem.denominator), "logins within range");
  }

  // ---- offers

  void add_offer(std::size_t index) {
    const auto& of = in_.offers()[index];
    auto& to = made_.problem.offers.emplace_back();
    for (const auto& one : of.stretches)
      to.stretches.push_back(stretch_of(of, one));
    if (!of.is_pool())
      to.users_per_unit = 1;
    if (of.stretches.empty() || !of.is_pool())
      return;
    add_windows(to, of);
    add_packs(to, of);
    to.users_per_unit = accounts_of(of, index);
  }

  optimizing::stretch stretch_of(const offer& of, const stretch& one) {
    const auto tariff = tariff_of(contract(), *of.sku, one);
    const auto now = terms(of, one.first_month);
    optimizing::stretch result;
    result.months = {static_cast<std::uint32_t>(one.first_month - 1), static_cast<std::uint32_t>(one.months())};
    result.block = now.block ? now.block->value : 1;
    if (result.block % tariff.step != 0) {
      result.block = std::lcm(result.block, tariff.step);
      leave_out(fmt::format("quantities of '{}' between its priced blocks", of.sku->name));
    }
    result.minimum = now.minimum ? now.minimum->value : 0;
    result.limit = tariff.end.value_or(optimizing::unlimited);
    result.optional = of.quote || result.minimum == 0;
    result.kind = tariff.volume ? optimizing::tiering::volume : optimizing::tiering::graduated;
    for (const auto& tier : tariff.tiers)
      result.tiers.push_back({tier.over, money(tier.price)});
    result.charges = tariff.charges;
    made_.slack += tariff.rough;
    if (of.quote && of.sku->steps.size() > 1)
      leave_out(fmt::format("later terms of the quote '{}'", of.sku->name));
    return result;
  }

  // Windows follow each other from the first month that is sold, under the terms of their first one.
  void add_windows(optimizing::offer& to, const offer& of) {
    const int all = static_cast<int>(months());
    const int unsold = of.stretches.front().first_month - 1;
    for (int first = 1; first <= all;) {
      const auto now = terms(of, first);
      const int left = (first <= unsold ? unsold : all) - first + 1;
      const int length = now.overage ? std::min(months_of(now.overage->value.window), left) : 1;
      to.windows.push_back(window_of(of, now, first, length));
      first += length;
    }
  }

  static int months_of(model::measure window) {
    switch (window) {
    case model::measure::monthly: return 1;
    case model::measure::quarterly: return 3;
    case model::measure::yearly: return 12;
    case model::measure::term: return model::most_months;
    }
    return 1;
  }

  optimizing::window window_of(const offer& of, const model::sku_terms& now, int first, int length) {
    optimizing::window result;
    result.months = {static_cast<std::uint32_t>(first - 1), static_cast<std::uint32_t>(length)};
    set_grace(result, of, now);
    if (now.rollover)
      leave_out(fmt::format("what '{}' rolls over", of.sku->name));
    if (now.overage && !now.overage->value.blocked) {
      const auto amount = minor(now.overage->value.amount);
      result.beyond = optimizing::overage{money(amount), now.overage->value.per};
      const bool usual = of.sku->rounding.value_or(contract().rounding) == base::rounding::half_up;
      made_.slack += amount.is_whole() || usual ? 0 : 1;
    }
    return result;
  }

  void set_grace(optimizing::window& to, const offer& of, const model::sku_terms& now) {
    if (!now.grace)
      return;
    if (const auto* number = std::get_if<std::int64_t>(&now.grace->value.tolerated)) {
      to.grace = now.overage ? *number : 0;
      if (!now.overage)
        leave_out(fmt::format("the grace of '{}', which has no window", of.sku->name));
      return;
    }
    const auto share = std::get<rational>(now.grace->value.tolerated).fraction();
    to.share = fits(share ? std::optional(share->numerator) : std::nullopt, "a grace of fewer decimals");
    to.shares = share->denominator;
  }

  // A pack is bought with the contract until packs are free to choose.
  void add_packs(optimizing::offer& to, const offer& of) const {
    for (const auto& pack : of.sku->packs) {
      if (of.quote && !allowed_.packs)
        continue;
      const auto month = contract().months.nearest(pack.on);
      const bool counts = contract().months[month].days.holds(pack.on);
      to.packs.push_back({static_cast<std::uint32_t>(month - 1), counts ? pack.logins : 0,
                          money(minor(pack.amount).rounded(0, of.sku->rounding.value_or(contract().rounding))),
                          !allowed_.packs});
    }
  }

  std::int64_t accounts_of(const offer& of, std::size_t index) {
    std::optional<std::int64_t> least;
    for (const auto& one : of.stretches) {
      const auto now = terms(of, one.first_month);
      const auto& stated = now.accounts ? now.accounts : of.sku->license->accounts;
      if (!stated) {
        if (!used(index))
          return 1; // nobody is offered it either
        throw refused{fmt::format("how many accounts '{}' allows: state 'accounts … per {}'", of.sku->name,
                                  of.sku->unit)};
      }
      if (least && *least != stated->value)
        leave_out(fmt::format("accounts of '{}' that change", of.sku->name));
      least = std::min(least.value_or(stated->value), stated->value);
    }
    return std::max<std::int64_t>(*least, 1);
  }

  [[nodiscard]] bool used(std::size_t index) const { return std::ranges::count(made_.homes, index) > 0; }

  [[nodiscard]] bool has_accounts(const offer& of) const {
    return !of.is_pool() || std::ranges::all_of(of.stretches, [&](const stretch& one) {
      const auto now = terms(of, one.first_month);
      const auto& stated = now.accounts ? now.accounts : of.sku->license->accounts;
      return stated && stated->value > 0;
    });
  }

  // ---- people

  // Offers that users may change to from the home, those first that are counted as the first pool is.
  menu_of_offers targets(const population& of, std::size_t home) {
    menu_of_offers result{{static_cast<std::uint32_t>(home), no_load}};
    std::optional<model::counting> how;
    if (in_.offers()[home].is_pool())
      how = in_.offers()[home].sku->count.value;
    for (std::size_t i = 0; i < in_.offers().size(); ++i) {
      const auto& to = in_.offers()[i];
      if (i == home || to.stretches.empty() || !allowed_.permits(of.at[i]) || !has_accounts(to))
        continue;
      if (to.is_pool() && how.value_or(to.sku->count.value) != to.sku->count.value) {
        leave_out(fmt::format("users of '{}' who are counted otherwise in '{}'", of.name(), to.sku->name));
        continue;
      }
      if (to.is_pool())
        how = to.sku->count.value;
      result.push_back({static_cast<std::uint32_t>(i), no_load});
    }
    return result;
  }

  void add_population(std::size_t p) {
    const auto& of = who_.all[p];
    const auto home = made_.homes[p];
    auto menu = given_.moves == nullptr ? targets(of, home) : menu_of_offers{};
    const bool moves = menu.size() > 1 && !of.bands.empty();
    seat_home(of, home, moves);
    if (given_.moves != nullptr)
      seat_moved(of, p, home);
    else if (moves)
      add_segments(of, p, std::move(menu));
    else if (in_.offers()[home].is_pool())
      add_load(of, home, true, false);
  }

  void seat_home(const population& of, std::size_t home, bool moves) {
    auto& users = made_.problem.offers[home].users;
    users.resize(months());
    const auto away = moves ? of.users_in_bands() : 0;
    for (std::size_t m = 0; m < months(); ++m)
      users[m] += of.at[home].full.users[m] - away;
  }

  // The moves that were given: who left the home, and who came to each other offer.
  void seat_moved(const population& of, std::size_t p, std::size_t home) {
    std::map<std::size_t, std::pair<std::int64_t, std::int64_t>> to; // users and their days
    std::int64_t days = 0;
    for (const auto& move : *given_.moves)
      if (move.population == p) {
        const auto each = of.bands[move.band].login_days;
        days += move.users * weight(in_.offers()[home], each);
        to[move.to].first += move.users;
        to[move.to].second += move.users * weight(in_.offers()[move.to], each);
      }
    if (in_.offers()[home].is_pool())
      add_settled(home, [&](std::size_t m) { return of.at[home].full.logins[m] - rational(days) * of.at[home].full.factor[m]; });
    for (const auto& each : to) {
      const auto at = each.first;
      const auto came = each.second;
      auto& users = made_.problem.offers[at].users;
      users.resize(months());
      for (std::size_t m = 0; m < months(); ++m) {
        users[m] += came.first;
        made_.problem.offers[home].users[m] -= came.first;
      }
      if (in_.offers()[at].is_pool())
        add_settled(at, [&](std::size_t m) { return rational(came.second) * of.at[at].full.factor[m]; });
    }
  }

  template <typename Logins>
  void add_settled(std::size_t at, Logins exact) {
    optimizing::load made{static_cast<std::uint32_t>(at), true, {}};
    for (std::size_t m = 0; m < months(); ++m)
      made.base.push_back(logins(exact(m)));
    made_.problem.loads.push_back(std::move(made));
  }

  std::uint32_t add_load(const population& of, std::size_t at, bool home, bool moves) {
    optimizing::load made{static_cast<std::uint32_t>(at), true, {}};
    const auto& full = of.at[at].full;
    std::int64_t days = 0;
    for (const auto& band : of.bands)
      days += moves ? band.users * weight(in_.offers()[at], band.login_days) : 0;
    for (std::size_t m = 0; home && m < months(); ++m)
      made.base.push_back(logins(full.logins[m] - rational(days) * full.factor[m]));
    made_.problem.loads.push_back(std::move(made));
    return static_cast<std::uint32_t>(made_.problem.loads.size() - 1);
  }

  void add_segments(const population& of, std::size_t p, menu_of_offers menu) {
    auto& to = made_.problem;
    const offer* pool = nullptr;
    const demand* counted = nullptr;
    for (std::size_t i = 0; i < menu.size(); ++i)
      if (const auto at = menu[i].offer; in_.offers()[at].is_pool()) {
        menu[i].load = add_load(of, at, i == 0, true);
        pool = &in_.offers()[at];
        counted = &of.at[at].full;
      }
    for (std::size_t m = 0; m < months(); ++m)
      to.profiles.push_back(counted == nullptr ? 0 : logins(counted->factor[m]));
    const auto profile = static_cast<std::uint32_t>(to.profiles.size() / months() - 1);
    to.menus.push_back(std::move(menu));
    for (std::size_t b = 0; b < of.bands.size(); ++b) {
      const auto scale = pool == nullptr ? 0 : weight(*pool, of.bands[b].login_days);
      to.segments.push_back({of.bands[b].users, static_cast<std::uint32_t>(to.menus.size() - 1), profile, scale});
      made_.segments.emplace_back(p, b);
    }
  }

  // ---- least charges, and what is bought whatever is chosen

  void add_least_cost() {
    rational yearly;
    rational term;
    for (const auto& each : contract().commitments) {
      const auto least = minor(each.least).rounded(0, contract().rounding);
      const auto years = model::calendar::year_of(contract().months.size());
      if (each.per_year)
        yearly = base::larger(yearly, least * rational(years));
      else
        term = base::larger(term, least);
    }
    made_.problem.least_cost = money(base::larger(rational(), base::larger(yearly, term) - given_.fixed));
  }

  const market& in_;
  const people& who_;
  const given_parts& given_;
  const allowance& allowed_;
  posed made_;
};

} // namespace

known<posed> pose(const market& in, const people& who, const given_parts& given, const allowance& allowed) {
  try {
    return posing(in, who, given, allowed)();
  } catch (const refused& because) {
    return base::unknown{because.why};
  }
}

purchase translated(const posed& from, const market& in, const optimizing::purchase& found) {
  purchase result;
  result.quantities = found.quantities;
  result.homes = from.homes;
  result.moves = from.moves;
  for (std::size_t i = 0; i < in.offers().size(); ++i) {
    result.packs.push_back(found.packs[i]);
    result.packs[i].resize(in.offers()[i].sku->packs.size(), false);
    if (in.offers()[i].stretches.empty()) // nothing to decide: as the contract says
      result.packs[i].assign(in.offers()[i].sku->packs.size(), !in.offers()[i].quote);
  }
  std::size_t at = 0;
  for (std::size_t s = 0; s < from.segments.size(); ++s) {
    const auto& menu = from.problem.menus[from.problem.segments[s].menu];
    for (std::size_t c = 0; c < menu.size(); ++c, ++at)
      if (c > 0 && found.users[at] > 0)
        result.moves.push_back({from.segments[s].first, from.segments[s].second, found.users[at], menu[c].offer});
  }
  return result;
}

} // namespace proviso::savings
