#include "optimizing/part.hpp"

#include <algorithm>

namespace proviso::optimizing {

std::optional<interval> for_sale(const stretch& of, const interval& wanted) {
  const auto fixed = of.minimum == of.limit;
  const auto from = std::max(of.minimum, wanted.low);
  const auto to = std::min(of.limit, wanted.high);
  auto low = fixed ? of.minimum : from % of.block == 0 ? from : (from / of.block + 1) * of.block;
  auto high = fixed ? of.minimum : to / of.block * of.block;
  const auto any = low <= high && low >= wanted.low && high <= wanted.high;
  if (of.optional && wanted.low <= 0 && wanted.high >= 0)
    return interval{0, any ? high : 0};
  return any ? std::optional(interval{low, high}) : std::nullopt;
}

part whole(const problem& of, const layout& by) {
  part all;
  for (const auto& each : by.decisions) {
    const auto forced = each.what == splitting::pack && of.offers[each.offer].packs[each.part].forced;
    all.decisions.push_back({forced ? 1 : 0, each.most});
  }
  return all;
}

std::optional<part> child(const problem& of, const layout& by, const part& parent, const split& at,
                          bool second) {
  auto result = parent;
  interval* range = nullptr;
  if (at.what == splitting::users) {
    const auto before = [](const limited_choice& a, const limited_choice& b) {
      return std::pair(a.segment, a.choice) < std::pair(b.segment, b.choice);
    };
    const limited_choice fresh{at.whole, at.part, {0, of.segments[at.whole].users}};
    auto found = std::ranges::lower_bound(result.choices, fresh, before);
    if (found == result.choices.end() || found->segment != at.whole || found->choice != at.part)
      found = result.choices.insert(found, fresh);
    range = &found->users;
  } else {
    for (std::uint32_t i = 0; i < by.decisions.size(); ++i) {
      const auto& each = by.decisions[i];
      if (each.what == at.what && each.offer == at.whole && each.part == at.part)
        range = &result.decisions[i];
    }
  }
  if (range == nullptr)
    return std::nullopt;
  second ? range->low = std::max(range->low, at.at + 1) : range->high = std::min(range->high, at.at);
  return range->low <= range->high ? std::optional(result) : std::nullopt;
}

} // namespace proviso::optimizing
