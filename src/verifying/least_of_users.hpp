// What all users and their logins cost at the least, with the rows priced: each segment by itself.
#pragma once

#include "verifying/row_prices.hpp"

namespace proviso::verifying {

// In money × scale × denominator; empty where some users cannot be served within the scope.
[[nodiscard]] std::optional<wide> least_of_users(const optimizing::problem& of, const scope& within,
                                                 const std::vector<offer_prices>& prices);

} // namespace proviso::verifying
