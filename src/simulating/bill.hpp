// What a run costs: the lines of the contract that do not depend on usage, with the run's overage and what is
// then missing to committed amounts. The invoice of metering, in minor units.
#pragma once

#include "base/diagnostic.hpp"
#include "metering/assessment.hpp"
#include "simulating/pool.hpp"

#include <vector>

namespace proviso::simulating {

class bill {
public:
  // The lines of the SKUs that are wanted; committed amounts only where all are. A sum beyond `most_money` is a
  // diagnostic.
  bill(const metering::assessment& all, const std::vector<bool>& wanted, base::diagnostics& faults);

  [[nodiscard]] const std::vector<money>& fixed() const { return fixed_; } // by month

  // `overage` by month, which is used up.
  [[nodiscard]] money total(std::vector<money>& overage) const;

private:
  struct commitment {
    int length = 0; // in months
    money least = 0;
  };
  std::vector<money> fixed_;
  std::vector<commitment> commitments_; // by year, then over the term
};

} // namespace proviso::simulating
