// Which sums the prices of a part can have: a bound between two of them is as good as the greater.
#pragma once

#include "optimizing/bounding.hpp"

namespace proviso::optimizing {

// The least that the decisions of the part can cost which is no less than `least`, nor than the least cost of
// the problem; `no_purchase` where it is beyond all of them.
[[nodiscard]] money raised(const problem& of, const layout& by, const part& within, wide least);

} // namespace proviso::optimizing
