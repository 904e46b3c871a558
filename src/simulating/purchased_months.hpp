// Which months of a pool share one purchased quantity, so that they are sized together.
#pragma once

#include "metering/assessment.hpp"

#include <vector>

namespace proviso::simulating {

struct stretch { // of the term, by month from 1
  int first = 0;
  int last = 0;
};

// From the month of today on: what is over cannot be bought any more. Months without a stated quantity are in
// none.
[[nodiscard]] std::vector<stretch> stretches_of(const metering::sku_assessment& of,
                                                const model::calendar& months, base::day today);

} // namespace proviso::simulating
