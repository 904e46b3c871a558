// The phases of a SKU: what is sold of it between changes of any of its terms, or of those of a quote that asks
// for the same license, sold the same way.
#pragma once

#include "metering/assessment.hpp"

#include <cstdint>
#include <vector>

namespace proviso::checking {

struct phase {
  std::uint32_t sku = 0; // among those of the contract
  int first_month = 0;
  int last_month = 0;
};

// By SKU and month; months in which a SKU is not sold belong to none.
[[nodiscard]] std::vector<phase> phases(const metering::assessment& all);

} // namespace proviso::checking
