#include "verifying/capacity.hpp"

#include <algorithm>

namespace proviso::verifying {
namespace {

using optimizing::count;

// All users and all logins that an offer can see.
struct extreme {
  count users = 0;
  std::vector<count> logins;
};

std::vector<extreme> extremes_of(const optimizing::problem& of) {
  std::vector<extreme> all(of.offers.size(), {0, std::vector<count>(of.months)});
  std::vector<std::vector<count>> numerators;
  for (const auto& each : of.loads)
    numerators.push_back(each.base.empty() ? std::vector<count>(of.months) : each.base);
  std::vector<std::size_t> last_of_offer(of.offers.size(), of.segments.size());
  std::vector<std::size_t> last_of_load(of.loads.size(), of.segments.size());
  for (std::size_t i = 0; i < of.segments.size(); ++i) {
    const auto& each = of.segments[i];
    for (const auto& taken : of.menus[each.menu]) {
      if (last_of_offer[taken.offer] != i) {
        last_of_offer[taken.offer] = i;
        all[taken.offer].users += each.users;
      }
      if (taken.load != optimizing::no_load && last_of_load[taken.load] != i) {
        last_of_load[taken.load] = i;
        for (std::uint32_t month = 0; month < of.months; ++month) {
          numerators[taken.load][month] +=
              each.users * each.scale * of.profiles[std::size_t{each.profile} * of.months + month];
        }
      }
    }
  }
  for (std::size_t i = 0; i < of.loads.size(); ++i)
    for (std::uint32_t month = 0; month < of.months; ++month)
      all[of.loads[i].offer].logins[month] += whole_logins(of, of.loads[i], numerators[i][month]);
  return all;
}

count up(count value, count unit) {
  return value <= 0 ? 0 : (value - 1) / unit + 1;
}

count most_quantity(const optimizing::problem& of, const optimizing::offer& from,
                    const optimizing::stretch& offered, const extreme& seen) {
  if (offered.minimum == offered.limit)
    return offered.limit;
  count most = std::max(offered.minimum, offered.tiers.empty() ? 0 : offered.tiers.back().over + 1);
  if (from.users_per_unit != 0) {
    count fixed = 0;
    for (std::uint32_t month = 0; month < from.users.size(); ++month)
      fixed = contains(offered.months, month) ? std::max(fixed, from.users[month]) : fixed;
    most = std::max(most, up(seen.users + fixed, from.users_per_unit));
  }
  for (const auto& judged : from.windows) {
    count used = 0;
    count shared = 0;
    for (std::uint32_t month = 0; month < of.months; ++month) {
      used += contains(judged.months, month) ? seen.logins[month] : 0;
      shared += contains(judged.months, month) && contains(offered.months, month) ? 1 : 0;
    }
    most = shared == 0 ? most : std::max(most, up(used, shared));
  }
  const auto in_blocks = up(most, offered.block) * offered.block;
  return in_blocks <= offered.limit ? in_blocks : offered.limit - offered.limit % offered.block;
}

} // namespace

scope everything(const optimizing::problem& of) {
  scope all;
  const auto seen = extremes_of(of);
  for (std::size_t i = 0; i < of.offers.size(); ++i) {
    const auto& from = of.offers[i];
    all.quantities.emplace_back();
    all.packs.emplace_back();
    all.overage.emplace_back();
    for (const auto& each : from.stretches)
      all.quantities[i].push_back({0, most_quantity(of, from, each, seen[i])});
    for (const auto& each : from.packs)
      all.packs[i].push_back({each.forced ? 1 : 0, 1});
    for (const auto& each : from.windows) {
      count used = 0;
      for (std::uint32_t month = 0; month < of.months; ++month)
        used += contains(each.months, month) ? seen[i].logins[month] : 0;
      all.overage[i].push_back({0, each.beyond ? up(used, each.beyond->block) : 0});
    }
  }
  return all;
}

wide beyond_any(const optimizing::problem& of, const scope& all) {
  wide sum = of.least_cost + 1;
  for (const auto& each : of.periods)
    sum += each.least;
  for (std::size_t i = 0; i < of.offers.size(); ++i) {
    const auto& from = of.offers[i];
    for (std::size_t k = 0; k < from.stretches.size(); ++k) {
      optimizing::money dearest = 0;
      for (const auto& each : from.stretches[k].tiers)
        dearest = std::max(dearest, each.price);
      sum += (static_cast<wide>(all.quantities[i][k].high) * dearest + of.minor) * from.stretches[k].charges;
    }
    for (const auto& each : from.packs)
      sum += each.cost;
    for (std::size_t k = 0; k < from.windows.size(); ++k) {
      const auto price = from.windows[k].beyond ? from.windows[k].beyond->price : 0;
      sum += static_cast<wide>(all.overage[i][k].high) * price + of.minor;
    }
  }
  return sum;
}

range sold_in(const optimizing::stretch& offered, range wanted) {
  auto low = std::max(offered.minimum, wanted.low);
  auto high = std::min(offered.limit, wanted.high);
  if (offered.minimum != offered.limit) {
    low = up(low, offered.block) * offered.block;
    high = high - high % offered.block;
  }
  if (offered.optional && wanted.low <= 0 && wanted.high >= 0)
    return {0, low <= high ? high : 0};
  return {low, high};
}

} // namespace proviso::verifying
