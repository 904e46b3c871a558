#include "optimizing/reach.hpp"

#include "optimizing/costing.hpp"

#include <algorithm>

namespace proviso::optimizing {
namespace {

// Whether the month lies in the run.
bool holds(const run& months, std::uint32_t month) {
  return month >= months.first && month - months.first < months.count;
}

std::vector<count> most_users(const problem& of) {
  std::vector<count> most(of.offers.size());
  for (const auto& each : of.segments) {
    std::vector<std::uint32_t> offers;
    for (const auto& taken : of.menus[each.menu]) {
      if (std::ranges::find(offers, taken.offer) == offers.end()) {
        offers.push_back(taken.offer);
        most[taken.offer] += each.users;
      }
    }
  }
  return most;
}

count for_users(const offer& from, const stretch& bought, count most) {
  if (from.users_per_unit == 0)
    return 0;
  count fixed = 0;
  for (std::uint32_t month = 0; month < from.users.size(); ++month)
    fixed = holds(bought.months, month) ? std::max(fixed, from.users[month]) : fixed;
  return (most + fixed + from.users_per_unit - 1) / from.users_per_unit;
}

count for_logins(const offer& from, const stretch& bought, const std::vector<count>& logins) {
  count most = 0;
  for (const auto& judged : from.windows) {
    count used = 0;
    count own = 0;
    for (auto month = judged.months.first; month < judged.months.first + judged.months.count; ++month) {
      used += logins[month];
      own += holds(bought.months, month) ? 1 : 0;
    }
    most = own == 0 ? most : std::max(most, (used + own - 1) / own);
  }
  return most;
}

count for_sale_from(const stretch& of, count least) {
  const auto wanted = std::max(least, of.minimum);
  if (of.minimum == of.limit)
    return of.minimum;
  const auto up = (wanted + of.block - 1) / of.block * of.block;
  return up <= of.limit ? up : of.limit / of.block * of.block;
}

} // namespace

std::vector<std::vector<count>> most_logins(const problem& of) {
  std::vector<std::vector<count>> loads;
  for (const auto& each : of.loads)
    loads.push_back(each.base.empty() ? std::vector<count>(of.months) : each.base);
  for (const auto& each : of.segments) {
    std::vector<std::uint32_t> seen;
    for (const auto& taken : of.menus[each.menu]) {
      if (taken.load != no_load && std::ranges::find(seen, taken.load) == seen.end()) {
        seen.push_back(taken.load);
        for (std::uint32_t month = 0; month < of.months; ++month) {
          loads[taken.load][month] +=
              each.users * each.scale * of.profiles[std::size_t{each.profile} * of.months + month];
        }
      }
    }
  }
  std::vector<std::vector<count>> most(of.offers.size(), std::vector<count>(of.months));
  for (std::size_t i = 0; i < loads.size(); ++i)
    for (std::uint32_t month = 0; month < of.months; ++month)
      most[of.loads[i].offer][month] += rounded_logins(of, of.loads[i], loads[i][month]);
  return most;
}

std::vector<std::vector<count>> reach_of(const problem& of) {
  const auto users = most_users(of);
  const auto logins = most_logins(of);
  std::vector<std::vector<count>> reach(of.offers.size());
  for (std::size_t i = 0; i < of.offers.size(); ++i) {
    for (const auto& bought : of.offers[i].stretches) {
      const auto last = bought.tiers.empty() ? 0 : bought.tiers.back().over + 1;
      reach[i].push_back(for_sale_from(bought, std::max({for_users(of.offers[i], bought, users[i]),
                                                         for_logins(of.offers[i], bought, logins[i]), last})));
    }
  }
  return reach;
}

} // namespace proviso::optimizing
