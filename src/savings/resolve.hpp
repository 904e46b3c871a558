// The least cost of a changed contract or plan, for who asks "what if": metered, served and searched anew.
#pragma once

#include "savings/savings.hpp"

namespace proviso::savings {

struct resolved {
  std::shared_ptr<const metering::assessment> written;
  std::shared_ptr<const market> in;
  std::shared_ptr<const people> who;
  served start; // as the contract is written, with what it lacks to serve the plan
  found best;

  [[nodiscard]] const rational& cost() const { return best.cost(); }
};

// With every kind of change allowed. Unknown, and why, as in `find_savings`. Contract and plan must outlive
// what is costed with the result.
[[nodiscard]] known<resolved> resolve(const model::contract& contract, const usage::plan& plan, base::day today,
                                      effort limits = {});

} // namespace proviso::savings
