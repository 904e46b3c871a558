// What a draft costs by SKU and contract year.
#pragma once

#include "metering/assessment.hpp"

#include <string>
#include <vector>

namespace proviso::comparing {

struct cost_line {
  std::string sku; // empty: what a commitment adds
  int year = 0;    // from 1
  base::known<base::rational> a;
  base::known<base::rational> b;
};

// SKUs in the order of the first draft, then those of the second alone. A year in which a SKU's overage is not
// priced is unknown.
[[nodiscard]] std::vector<cost_line> cost_lines(const metering::assessment& a, const metering::assessment& b);

// Unknown where not all is priced.
[[nodiscard]] base::known<base::rational> cost_of(const metering::assessment& of);

// Under a plan; unknown also where the draft cannot be metered.
[[nodiscard]] base::known<base::rational> cost_of(const model::contract& draft, const usage::plan* plan);

} // namespace proviso::comparing
