#include "savings/alternatives.hpp"

#include "metering/population.hpp"
#include "savings/settlements.hpp"

namespace proviso::savings {
namespace {

alternative cost_at(const settlement& one, const searching& search) {
  if (!one.missing.empty())
    return {one.name, base::unknown{one.missing}};
  const auto found = search.fitted(one.homes, one.moves);
  return {one.name, found ? known<rational>(found->cost())
                          : known<rational>(base::unknown{"no quantities that can be bought serve it"})};
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

// ---- break-evens

// Of all who could be in the pool; none where they differ, or it is not known.
std::optional<rational> logins_a_day(const market& in, const people& who, std::size_t pool) {
  std::optional<rational> result;
  for (const auto& each : who.all) {
    if (in.offers()[each.own].sku->license != in.offers()[pool].sku->license)
      continue;
    const auto one = metering::logins_of_days(*each.metered->population, model::counting::every_login, 1);
    if (!one || (result && *result != *one))
      return std::nullopt;
    result = *one;
  }
  return result;
}

std::optional<rational> price_of_a_day(const market& in, const people& who, std::size_t pool) {
  const auto login = net_price(in, pool, who.today);
  if (!login || in.offers()[pool].sku->count.value != model::counting::every_login)
    return login;
  const auto a_day = logins_a_day(in, who, pool);
  return a_day ? std::optional(*login * *a_day) : std::nullopt;
}

// Nobody has more than one login a month where it counts once.
bool can_be_reached(const model::sku& pool, const rational& days) {
  return pool.count.value != model::counting::per_user_month || days < rational(1);
}

} // namespace

std::vector<alternative> alternatives_to(const advice& of, const searching& search) {
  std::vector<alternative> result{{"as written", of.start.start.cost()}};
  for (const auto& each : settlements_of(*of.in, *of.who, of.start.start.bought.homes))
    result.push_back(cost_at(each, search));
  if (auto next = next_best(of))
    result.push_back(std::move(*next));
  return result;
}

std::vector<break_even> break_evens_of(const market& in, const people& who) {
  std::vector<break_even> result;
  for (std::size_t l = 0; l < in.offers().size(); ++l)
    for (std::size_t m = 0; m < in.offers().size(); ++m) {
      const auto& pool = in.offers()[l];
      const auto& seats = in.offers()[m];
      if (!pool.is_pool() || seats.is_pool() || seats.sku->sold.value != model::sale::members ||
          pool.sku->license != seats.sku->license)
        continue;
      const auto login = price_of_a_day(in, who, l);
      const auto member = net_price(in, m, who.today);
      if (login && member && !login->is_zero() && can_be_reached(*pool.sku, *member / *login))
        result.push_back({l, m, *member / *login});
    }
  return result;
}

} // namespace proviso::savings
