// Where the contract as written cannot serve the plan: the cheapest quantity that is missing, and the offer of
// populations whose own license lacks what they need.
#pragma once

#include "savings/search.hpp"

namespace proviso::savings {

struct added { // to a stretch of an offer
  std::size_t offer = 0;
  std::size_t stretch = 0;
  std::int64_t quantity = 0;
};

struct served {
  found start; // everyone is served
  std::vector<added> additions;
  std::vector<std::size_t> resettled; // populations whose own license lacks a need
};

// Unknown, and why, where no purchase serves: "no license of the contract offers reports, which 'dealers'
// needs".
[[nodiscard]] known<served> serve(const market& in, const people& who);

} // namespace proviso::savings
