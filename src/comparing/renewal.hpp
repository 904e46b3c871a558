// What the drafts may cost after their end: the cap that a clause on renewal sets.
#pragma once

#include "comparing/clause.hpp"
#include "comparing/cost.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::comparing {

struct renewal_line { // the most that a SKU may cost a month after renewal
  std::string sku;
  entry a;
  entry b;

  // What the second draft may cost more; unknown where one has no such figure.
  [[nodiscard]] base::known<base::rational> change() const;
};

// Of SKUs that have a cap in one of the drafts and are sold to the end of one, in the order of the first, then
// of the second.
[[nodiscard]] std::vector<renewal_line> renewal_lines(const model::contract& a, const model::contract& b);

// What the better of two caps saves a month after renewal at most: put into either draft. Empty where the
// clause is not of two caps, or a price is missing.
[[nodiscard]] std::optional<base::rational> saved_after_renewal(const model::contract& a,
                                                                const model::contract& b, const clause& which);

} // namespace proviso::comparing
