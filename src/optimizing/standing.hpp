// What the rows of a problem hold whatever is still open in a part of the tree.
#pragma once

#include "optimizing/bounding.hpp"

namespace proviso::optimizing {

struct standing {
  // By row, in logins or users × denominator: what its use has besides what each user brings, less what serves
  // it besides decisions. Fixed users, bases, what rounding can take, or does where all users are settled, and
  // grace.
  std::vector<wide> constants;
  // By row of a window: what it is entitled to, where all its quantities and packs are settled. Its grace is
  // then among the constants.
  std::vector<std::optional<count>> entitled;
};

[[nodiscard]] standing standing_of(const problem& of, const layout& by, const part& within);

} // namespace proviso::optimizing
