#include "optimizing/costing.hpp"

#include "optimizing/solution.hpp"
#include "optimizing/usage.hpp"

#include <algorithm>

namespace proviso::optimizing {
namespace {

count quantity_in(const offer& of, const std::vector<count>& quantities, std::uint32_t month) {
  for (std::size_t i = 0; i < of.stretches.size(); ++i) {
    const auto& when = of.stretches[i].months;
    if (month >= when.first && month - when.first < when.count)
      return quantities[i];
  }
  return 0;
}

bool fits(const problem& of, const purchase& bought) {
  if (bought.quantities.size() != of.offers.size() || bought.packs.size() != of.offers.size())
    return false;
  for (std::size_t i = 0; i < of.offers.size(); ++i)
    if (bought.quantities[i].size() != of.offers[i].stretches.size() ||
        bought.packs[i].size() != of.offers[i].packs.size())
      return false;
  return serves_all(of, bought.users);
}

void add_stretch(const problem& of, const stretch& bought, count quantity, bill& to) {
  const auto charge = charge_of(of, bought, quantity);
  if (bought.in_periods.empty())
    to[0] += charge * bought.charges;
  for (std::size_t i = 0; i < bought.in_periods.size(); ++i)
    to[i] += charge * bought.in_periods[i];
}

bool add_purchase(const problem& of, const offer& from, const std::vector<count>& quantities,
                  const std::vector<bool>& packs, bill& to) {
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    if (!is_for_sale(from.stretches[i], quantities[i]))
      return false;
    add_stretch(of, from.stretches[i], quantities[i], to);
  }
  for (std::size_t i = 0; i < packs.size(); ++i) {
    if (from.packs[i].forced && !packs[i])
      return false;
    if (packs[i])
      to[period_of(of, from.packs[i].month)] += from.packs[i].cost;
  }
  return true;
}

std::optional<money> window_cost(const problem& of, const offer& from, const window& judged,
                                 const std::vector<count>& quantities, const std::vector<bool>& packs,
                                 const std::vector<count>& logins) {
  count used = 0;
  count entitled = 0;
  const auto end = judged.months.first + judged.months.count;
  for (auto month = judged.months.first; month < end; ++month) {
    used += logins[month];
    entitled += quantity_in(from, quantities, month);
  }
  for (std::size_t i = 0; i < packs.size(); ++i) {
    const auto month = from.packs[i].month;
    entitled += packs[i] && month >= judged.months.first && month < end ? from.packs[i].logins : 0;
  }
  return overage_cost(of, judged, used, entitled);
}

bool has_room(const problem& of, const offer& from, const std::vector<count>& quantities, count chosen) {
  for (std::uint32_t month = 0; from.users_per_unit != 0 && month < of.months; ++month) {
    const auto users = chosen + (from.users.empty() ? 0 : from.users[month]);
    const auto needed = users <= 0 ? 0 : (users - 1) / from.users_per_unit + 1;
    if (needed > quantity_in(from, quantities, month))
      return false;
  }
  return true;
}

} // namespace

bill empty_bill(const problem& of) {
  return bill(std::max<std::size_t>(1, of.periods.size()));
}

money total(const problem& of, const bill& charged) {
  money sum = 0;
  for (std::size_t i = 0; i < charged.size(); ++i)
    sum += std::max(charged[i], of.periods.empty() ? 0 : of.periods[i].least);
  return sum;
}

std::size_t period_of(const problem& of, std::uint32_t month) {
  std::size_t at = 0;
  while (at + 1 < of.periods.size() && month >= of.periods[at + 1].months.first)
    ++at;
  return at;
}

money rounded_to(money minor, money exact) {
  return minor <= 1 ? exact : (exact + minor / 2) / minor * minor;
}

money price_of(const stretch& of, count quantity) {
  money graduated = 0;
  money price = 0;
  for (std::size_t i = 0; i < of.tiers.size() && quantity > of.tiers[i].over; ++i) {
    const auto end = i + 1 < of.tiers.size() ? std::min(quantity, of.tiers[i + 1].over) : quantity;
    price = of.tiers[i].price;
    graduated += (end - of.tiers[i].over) * price;
  }
  return of.kind == tiering::volume ? price * quantity : graduated;
}

money charge_of(const problem& of, const stretch& bought, count quantity) {
  return rounded_to(of.minor, price_of(bought, quantity));
}

money stretch_cost(const problem& of, const stretch& bought, count quantity) {
  return bought.charges * charge_of(of, bought, quantity);
}

bool is_for_sale(const stretch& of, count quantity) {
  if (quantity == 0 && of.optional)
    return true;
  if (quantity < of.minimum || quantity > of.limit)
    return false;
  return of.minimum == of.limit || quantity % of.block == 0;
}

count grace_of(const window& of, count entitled) {
  __extension__ typedef __int128 wide; // NOLINT(modernize-use-using)
  return static_cast<count>(static_cast<wide>(entitled) * of.share / of.shares) + of.grace;
}

std::optional<money> overage_cost(const problem& of, const window& judged, count logins, count entitled) {
  const auto due = logins - entitled - grace_of(judged, entitled);
  if (due <= 0)
    return 0;
  if (!judged.beyond)
    return std::nullopt;
  return rounded_to(of.minor, ((due - 1) / judged.beyond->block + 1) * judged.beyond->price);
}

count rounded_logins(const problem& of, const load& counted, count numerator) {
  const auto used = std::max<count>(0, numerator);
  if (counted.rounded)
    return (2 * used + of.denominator) / (2 * of.denominator);
  return used / of.denominator + (used % of.denominator != 0 ? 1 : 0);
}

bool add_offer(const problem& of, const offer& from, const std::vector<count>& quantities,
               const std::vector<bool>& packs, const offer_usage& used, bill& to) {
  if (!add_purchase(of, from, quantities, packs, to) || !has_room(of, from, quantities, used.users))
    return false;
  for (const auto& judged : from.windows) {
    const auto paid = window_cost(of, from, judged, quantities, packs, used.logins);
    if (!paid)
      return false;
    to[period_of(of, judged.months.first + judged.months.count - 1)] += *paid;
  }
  return true;
}

std::optional<money> cost(const problem& of, const purchase& bought) {
  if (!fits(of, bought))
    return std::nullopt;
  const auto used = usage_of(of, bought.users);
  auto charged = empty_bill(of);
  for (std::size_t i = 0; i < of.offers.size(); ++i)
    if (!add_offer(of, of.offers[i], bought.quantities[i], bought.packs[i], used[i], charged))
      return std::nullopt;
  return std::max(total(of, charged), of.least_cost);
}

} // namespace proviso::optimizing
