#include "savings/alternatives.hpp"

#include "metering/pricing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::savings {
namespace {

// The rule of thumb that consultants quote: more login days than these make a member.
constexpr int most_login_days = 3;

std::optional<rational> net_price(const market& in, std::size_t index, base::day today) {
  auto sku = *in.offers()[index].sku;
  sku.quote = in.offers()[index].quote;
  const auto& months = in.everything().months;
  return metering::unit_price(sku, sku.on(months[months.nearest(today)].days.first));
}

// The offer of the population's license that is sold so and costs least a unit; none where there is none that
// serves.
std::optional<std::size_t> sold_so(const market& in, const people& who, const population& of, std::size_t home,
                                   bool pool) {
  std::optional<std::size_t> best;
  std::optional<rational> least;
  for (std::size_t i = 0; i < in.offers().size(); ++i) {
    const auto& to = in.offers()[i];
    if (to.is_pool() != pool || to.stretches.empty() || to.sku->license != in.offers()[home].sku->license ||
        of.at[i].kind == change::none)
      continue;
    const auto price = net_price(in, i, who.today);
    if (price && (!least || *price < *least)) {
      best = i;
      least = price;
    }
  }
  return best;
}

known<rational> fitted_cost(const searching& search, const std::vector<std::size_t>& homes,
                            const std::vector<move>& moves) {
  const auto found = search.fitted(homes, moves);
  if (!found)
    return base::unknown{"no quantities that can be bought serve it"};
  return found->cost();
}

alternative all_sold_so(const advice& of, const searching& search, bool pool) {
  auto homes = of.start.start.bought.homes;
  std::vector<std::string> without;
  for (std::size_t p = 0; p < homes.size(); ++p)
    if (const auto to = sold_so(*of.in, *of.who, of.who->all[p], homes[p], pool))
      homes[p] = *to;
    else
      without.push_back(of.who->all[p].name());
  const std::string name = pool ? "all logins" : "all members";
  if (without.empty())
    return {name, fitted_cost(search, homes, {})};
  return {name, base::unknown{fmt::format("a price of {} for '{}': add a quote", pool ? "logins" : "members",
                                          fmt::join(without, "', '"))}};
}

alternative rule_of_thumb(const advice& of, const searching& search) {
  const auto& homes = of.start.start.bought.homes;
  std::vector<move> moves;
  std::string missing;
  for (std::size_t p = 0; p < homes.size(); ++p) {
    const auto& each = of.who->all[p];
    const bool pool = of.in->offers()[homes[p]].is_pool();
    const auto other = sold_so(*of.in, *of.who, each, homes[p], !pool);
    if (each.bands.empty() && missing.empty())
      missing = each.no_bands;
    for (std::size_t b = 0; other && b < each.bands.size(); ++b)
      if ((each.bands[b].login_days > most_login_days) == pool)
        moves.push_back({p, b, each.bands[b].users, *other});
  }
  const auto name = fmt::format("members from {} login days on", most_login_days + 1);
  return {name, moves.empty() && !missing.empty() ? known<rational>(base::unknown{missing})
                                                  : fitted_cost(search, homes, moves)};
}

// The cheapest step before the best that settles users otherwise.
std::optional<alternative> next_best(const advice& of) {
  const auto& best = of.best.bought;
  const step* next = nullptr;
  for (const auto& each : of.steps)
    if ((each.at.bought.homes != best.homes || each.at.bought.moves != best.moves) &&
        (next == nullptr || each.at.cost() < next->at.cost()))
      next = &each;
  if (next == nullptr)
    return std::nullopt;
  return alternative{"nobody moves further than by step " + std::string(to_string(next->kind)),
                     next->at.cost()};
}

} // namespace

std::vector<alternative> alternatives_to(const advice& of, const searching& search) {
  std::vector<alternative> result{{"as written", of.start.start.cost()},
                                  all_sold_so(of, search, true),
                                  all_sold_so(of, search, false),
                                  rule_of_thumb(of, search)};
  if (auto next = next_best(of))
    result.push_back(std::move(*next));
  return result;
}

std::vector<break_even> break_evens_of(const market& in, base::day today) {
  std::vector<break_even> result;
  for (std::size_t l = 0; l < in.offers().size(); ++l)
    for (std::size_t m = 0; m < in.offers().size(); ++m) {
      const auto& pool = in.offers()[l];
      const auto& seats = in.offers()[m];
      if (!pool.is_pool() || seats.is_pool() || seats.sku->sold.value != model::sale::members ||
          pool.sku->license != seats.sku->license)
        continue;
      const auto login = net_price(in, l, today);
      const auto member = net_price(in, m, today);
      if (login && member && !login->is_zero())
        result.push_back({l, m, *member / *login});
    }
  return result;
}

} // namespace proviso::savings
