// Which sums the prices of a scope can have at all.
#pragma once

#include "verifying/capacity.hpp"

namespace proviso::verifying {

// The next such sum from `least` on: what is settled, and multiples of what the rest costs by the piece. Never
// below the problem's least cost; the largest `money` where all is settled for less than `least`.
[[nodiscard]] wide possible_sum(const optimizing::problem& of, const scope& within, wide least);

} // namespace proviso::verifying
