// Branch and bound: parts of the tree are relaxed, rounded, and split until none can hold a cheaper purchase.
#pragma once

#include "optimizing/relaxation.hpp"
#include "optimizing/solution.hpp"

namespace proviso::optimizing {

// The problem has no flaw.
[[nodiscard]] solution search(const problem& of, const effort& limits);

} // namespace proviso::optimizing
