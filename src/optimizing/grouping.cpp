#include "optimizing/grouping.hpp"

#include <algorithm>

namespace proviso::optimizing {
namespace {

constexpr std::size_t few_segments = 6000;
constexpr std::size_t most_groups = 600;

struct keyed {
  std::uint32_t menu = 0;
  double use = 0; // logins of one user over all months
  std::uint32_t segment = 0;
};

std::vector<keyed> with_users(const problem& of) {
  std::vector<double> sums(of.profiles.size() / of.months);
  for (std::size_t i = 0; i < of.profiles.size(); ++i)
    sums[i / of.months] += static_cast<double>(of.profiles[i]);
  std::vector<keyed> all;
  for (std::uint32_t i = 0; i < of.segments.size(); ++i) {
    const auto& each = of.segments[i];
    if (each.users > 0 && !of.menus[each.menu].empty())
      all.push_back({each.menu, sums[each.profile] * static_cast<double>(each.scale), i});
  }
  return all;
}

} // namespace

std::vector<group> groups_of(const problem& of) {
  auto all = with_users(of);
  std::vector<group> groups;
  if (all.size() <= few_segments) {
    for (const auto& each : all)
      groups.push_back({{each.segment}});
    return groups;
  }
  std::ranges::sort(all, [](const keyed& a, const keyed& b) {
    return std::tuple(a.menu, a.use, a.segment) < std::tuple(b.menu, b.use, b.segment);
  });
  const auto most_members = (all.size() + most_groups - 1) / most_groups;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto fresh =
        groups.empty() || all[i].menu != all[i - 1].menu || groups.back().members.size() >= most_members;
    if (fresh)
      groups.emplace_back();
    groups.back().members.push_back(all[i].segment);
  }
  return groups;
}

} // namespace proviso::optimizing
