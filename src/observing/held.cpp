#include "observing/held.hpp"

#include <algorithm>

namespace proviso::observing {
namespace {

day_mask days_between(int first, int last) { // both ends among them
  return last < first ? 0
                      : static_cast<day_mask>(((std::uint64_t{1} << (last + 1)) - 1) &
                                              ~((std::uint64_t{1} << first) - 1));
}

bool all_are_dated(const dated_licenses& dated, const model::month& in) {
  day_mask days = 0;
  for (const auto& one : dated)
    days |= days_of(one.days, in);
  return days == days_of(in.days, in);
}

} // namespace

day_mask days_of(const base::period& held, const model::month& in) {
  const auto both = base::overlap(held, in.days);
  if (both.empty())
    return 0;
  return days_between(static_cast<int>((both.first - in.days.first).count()),
                      static_cast<int>((both.last - in.days.first).count()));
}

const org::assignment* held_on(const dated_licenses& dated, base::day on) {
  const auto found =
      std::ranges::find_if(dated, [&](const org::assignment& one) { return one.days.holds(on); });
  return found == dated.end() ? nullptr : &*found;
}

std::vector<route> held_licenses::dated(const org::user& user, std::size_t month) {
  std::vector<route> result;
  const auto* all = from_.org.dated(user);
  for (std::size_t i = 0; all != nullptr && i < all->size(); ++i)
    if (days_of((*all)[i].days, month_at(month)) != 0)
      result.push_back(routes_.of(&user, (*all)[i].license));
  return result;
}

bool held_licenses::leaves_open(const org::user& user, std::size_t month) const {
  if (user.active == base::truth::no)
    return false;
  const auto* all = from_.org.dated(user);
  return all == nullptr || (user.license != org::none && held_on(*all, from_.on) == nullptr &&
                            !all_are_dated(*all, month_at(month)));
}

std::optional<route> held_licenses::present(const org::user& user, std::size_t month) {
  if (!leaves_open(user, month))
    return std::nullopt;
  const auto lead = routes_.of_present(user);
  return present_tells(lead, month) ? std::optional(lead) : std::nullopt;
}

bool held_licenses::present_tells(const route& lead, std::size_t month) const {
  if (from_.today && static_cast<std::size_t>(*from_.today - 1) == month)
    return true;
  const bool decided = lead.leads == route::to::place;
  if (!decided && lead.leads != route::to::undecided)
    return false;
  const auto sku = decided ? routes_.places()[lead.number].sku : lead.number;
  return from_.contract.skus[sku].sold.value == model::sale::logins;
}

bool held_licenses::holds(const org::user& user, std::uint32_t place, std::size_t month) {
  const route at{route::to::place, place};
  const auto before = dated(user, month);
  return std::ranges::find(before, at) != before.end() || present(user, month) == at;
}

} // namespace proviso::observing
