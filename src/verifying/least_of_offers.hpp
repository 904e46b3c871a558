// What all that is bought costs at the least, with the rows priced, less what it serves: each quantity, pack
// and window by itself.
#pragma once

#include "verifying/row_prices.hpp"

namespace proviso::verifying {

// In money × scale × denominator; empty where nothing for sale is within the scope. `parts` as parts_charged
// has them.
[[nodiscard]] std::optional<wide> least_of_offers(const optimizing::problem& of, const scope& within,
                                                  const std::vector<offer_prices>& prices,
                                                  const std::vector<wide>& parts);

} // namespace proviso::verifying
