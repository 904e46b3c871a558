// Exact lower bounds from multipliers, for the purchases of a part of the tree.
#pragma once

#include "optimizing/part.hpp"

namespace proviso::optimizing {

__extension__ typedef __int128 wide; // NOLINT(modernize-use-using): holds products of figures of 62 bits

// Beyond any cost.
constexpr money no_purchase = std::numeric_limits<money>::max();

// More than any purchase that is worth it costs.
[[nodiscard]] money beyond_any(const problem& of, const layout& by);

// No purchase of the part costs less; `no_purchase` where it holds none. Multipliers are none negative, in
// money ÷ scale, by row, then by period, and no more than `scale` there. It is the least of cost + Σ multiplier
// × (row's use - what serves it), each decision and each segment by itself, raised to the next sum that prices
// can have.
[[nodiscard]] money bound(const problem& of, const layout& by, const part& within,
                          const std::vector<std::int64_t>& multipliers, std::int64_t scale);

} // namespace proviso::optimizing
