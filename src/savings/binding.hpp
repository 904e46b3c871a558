// What stops a step where it stops, and whether the contract lets it happen before renewal.
#pragma once

#include "savings/savings.hpp"

namespace proviso::savings {

// Fills `binds` and `now` from what is bought after the step, before it, and by the contract as it serves.
void describe(step& to, const market& in, const people& who, const purchase& before, const purchase& written);

} // namespace proviso::savings
