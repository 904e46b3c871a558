// What a draft costs by SKU and contract year.
#pragma once

#include "metering/assessment.hpp"

#include <string>
#include <vector>

namespace proviso::comparing {

// A figure of one draft, or why it has none.
struct entry {
  enum class kind { amount, unknown, not_sold, no_contract, no_cap } is = kind::amount;
  base::rational amount; // 0 where it is none
};

struct cost_line {
  std::string sku; // empty: what a commitment adds
  int year = 0;    // from 1
  entry a;
  entry b;
  bool same_days = false; // the year is of the same days in both drafts

  // What the second draft costs more; unknown where that is not of the same days.
  [[nodiscard]] base::known<base::rational> change() const;
};

// SKUs in the order of the first draft, then those of the second alone. A year in which a SKU's overage is not
// priced is unknown.
[[nodiscard]] std::vector<cost_line> cost_lines(const metering::assessment& a, const metering::assessment& b);

// Unknown where not all is priced.
[[nodiscard]] base::known<base::rational> cost_of(const metering::assessment& of);

// Under a plan; unknown also where the draft cannot be metered.
[[nodiscard]] base::known<base::rational> cost_of(const model::contract& draft, const usage::plan* plan);

} // namespace proviso::comparing
