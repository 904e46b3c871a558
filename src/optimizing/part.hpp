// The purchases that a node of the tree stands for: ranges of all that is to be decided.
#pragma once

#include "optimizing/layout.hpp"

namespace proviso::optimizing {

struct interval {
  count low = 0;
  count high = 0;
  friend bool operator==(const interval&, const interval&) = default;
};

// Users of one segment that may take one choice.
struct limited_choice {
  std::uint32_t segment = 0;
  std::uint32_t choice = 0;
  interval users;
};

struct part {
  std::vector<interval> decisions;     // by decision
  std::vector<limited_choice> choices; // each at most once, by segment and choice
};

[[nodiscard]] part whole(const problem& of, const layout& by);

// What remains of a part in the first or the second child of a split; empty where nothing does.
[[nodiscard]] std::optional<part> child(const problem& of, const layout& by, const part& parent,
                                        const split& at, bool second);

// A quantity for sale nearest above or below, empty where the interval holds none.
[[nodiscard]] std::optional<interval> for_sale(const stretch& of, const interval& wanted);

} // namespace proviso::optimizing
