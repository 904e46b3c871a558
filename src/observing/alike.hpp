// Whether one observation serves two contracts.
#pragma once

#include "model/contract.hpp"

namespace proviso::observing {

// Whether the same exports give the same figures under both: by month, zone, way to count, SKU and license.
[[nodiscard]] bool count_alike(const model::contract& a, const model::contract& b);

} // namespace proviso::observing
