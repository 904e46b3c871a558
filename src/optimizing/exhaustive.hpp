// Every assignment and every purchase of a tiny problem, tried: slow, and plainly right.
#pragma once

#include "optimizing/solution.hpp"

namespace proviso::optimizing {

// The cheapest purchase; empty where none serves every user. For a few users and quantities.
[[nodiscard]] std::optional<purchase> cheapest_of_all(const problem& of);

} // namespace proviso::optimizing
