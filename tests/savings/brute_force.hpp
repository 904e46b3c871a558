// Every purchase of a tiny contract, tried one by one and metered: slow, and plainly right.
#pragma once

#include "savings/costing.hpp"
#include "savings/problem.hpp"

#include <optional>

namespace proviso::support {

// The least that any purchase costs in which no quantity is above `most`; empty where none serves.
[[nodiscard]] std::optional<base::rational> least_of_all(const savings::market& in, const savings::people& who,
                                                         const savings::allowance& allowed, std::int64_t most);

} // namespace proviso::support
