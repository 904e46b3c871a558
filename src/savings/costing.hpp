// What a purchase costs: metered anew on the contract that buys it, with the users where it puts them. It
// shares nothing with the search that found the purchase.
#pragma once

#include "savings/people.hpp"

#include <memory>

namespace proviso::savings {

struct costed {
  model::contract contract; // buys it; of `everything`
  usage::plan plan;         // with everyone where the purchase puts them, month by month
  metering::assessment figures;

  [[nodiscard]] const rational& cost() const { return figures.totals.cost; }
};

// The figures, whether they are served and priced or not; unknown where a figure is beyond range.
[[nodiscard]] known<std::shared_ptr<const costed>> metered(const market& in, const people& who,
                                                           const purchase& bought);

// Unknown, and why, where not all is priced, or the purchase does not serve: members, accounts, logins refused.
[[nodiscard]] known<std::shared_ptr<const costed>> cost_of(const market& in, const people& who,
                                                           const purchase& bought);

// The first limit that the figures exceed: members, accounts or refused logins; empty where all are kept.
[[nodiscard]] std::string exceeded_limit(const metering::assessment& of);

} // namespace proviso::savings
