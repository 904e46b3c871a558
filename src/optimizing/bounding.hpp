// Exact lower bounds from multipliers, for the purchases of a part of the tree.
#pragma once

#include "optimizing/layout.hpp"

namespace proviso::optimizing {

__extension__ typedef __int128 wide; // NOLINT(modernize-use-using): holds products of figures of 62 bits

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

// The purchases that a node of the tree stands for.
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

// Beyond any cost.
constexpr money no_purchase = std::numeric_limits<money>::max();

// More than any purchase that is worth it costs.
[[nodiscard]] money beyond_any(const problem& of, const layout& by);

// No purchase of the part costs less; `no_purchase` where it holds none. Multipliers are none negative, in
// money ÷ scale, by row. It is the least of cost + Σ multiplier × (row's use - what serves it), each decision
// and each segment by itself, raised to the next sum that prices can have.
[[nodiscard]] money bound(const problem& of, const layout& by, const part& within,
                          const std::vector<std::int64_t>& multipliers, std::int64_t scale);

} // namespace proviso::optimizing
