#include "optimizing/usage.hpp"

#include "optimizing/costing.hpp"

#include <algorithm>

namespace proviso::optimizing {

std::vector<std::size_t> first_choices(const problem& of) {
  std::vector<std::size_t> first{0};
  first.reserve(of.segments.size() + 1);
  for (const auto& each : of.segments)
    first.push_back(first.back() + of.menus[each.menu].size());
  return first;
}

bool serves_all(const problem& of, const std::vector<count>& users) {
  std::size_t at = 0;
  for (const auto& each : of.segments) {
    count left = each.users;
    for (std::size_t i = 0; i < of.menus[each.menu].size(); ++i, ++at) {
      if (at >= users.size() || users[at] < 0 || users[at] > left)
        return false;
      left -= users[at];
    }
    if (left != 0)
      return false;
  }
  return at == users.size();
}

std::vector<offer_usage> usage_of(const problem& of, const std::vector<count>& users) {
  std::vector<offer_usage> used(of.offers.size(), {0, std::vector<count>(of.months)});
  std::vector<std::vector<count>> loads;
  for (const auto& each : of.loads)
    loads.push_back(each.base.empty() ? std::vector<count>(of.months) : each.base);
  std::size_t at = 0;
  for (const auto& each : of.segments) {
    const auto* profile = of.profiles.data() + std::size_t{each.profile} * of.months;
    for (const auto& taken : of.menus[each.menu]) {
      const auto moved = users[at++];
      used[taken.offer].users += moved;
      for (std::uint32_t month = 0; moved != 0 && taken.load != no_load && month < of.months; ++month)
        loads[taken.load][month] += moved * each.scale * profile[month];
    }
  }
  for (std::size_t i = 0; i < loads.size(); ++i)
    for (std::uint32_t month = 0; month < of.months; ++month)
      used[of.loads[i].offer].logins[month] += rounded_logins(of, of.loads[i], loads[i][month]);
  return used;
}

} // namespace proviso::optimizing
