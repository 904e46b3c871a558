// How one version of a clause stands to another for who buys: `greater` where the first is the better one, and
// `unordered` where neither is in every respect.
#pragma once

#include <compare>

namespace proviso::comparing {

using ranking = std::partial_ordering;

template <typename Figure>
[[nodiscard]] ranking by_figure(const Figure& a, const Figure& b, bool more_is_better) {
  return more_is_better ? a <=> b : b <=> a;
}

[[nodiscard]] inline ranking opposite(ranking of) {
  return 0 <=> of;
}

// Of two versions that differ in two respects, one is better only where it is worse in neither.
[[nodiscard]] inline ranking in_both(ranking one, ranking other) {
  if (one == other || std::is_eq(other))
    return one;
  return std::is_eq(one) ? other : ranking::unordered;
}

} // namespace proviso::comparing
