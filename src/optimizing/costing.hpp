// What quantities and overage cost, exactly as the problem says.
#pragma once

#include "optimizing/problem.hpp"

namespace proviso::optimizing {

// Half up to a multiple of `minor`.
[[nodiscard]] money rounded_to(money minor, money exact);

// One charge for the quantity, before rounding.
[[nodiscard]] money price_of(const stretch& of, count quantity);

// All charges of the stretch for the quantity.
[[nodiscard]] money stretch_cost(const problem& of, const stretch& bought, count quantity);

// Whether the quantity is for sale.
[[nodiscard]] bool is_for_sale(const stretch& of, count quantity);

// What the logins that are free beyond entitled ones are.
[[nodiscard]] count grace_of(const window& of, count entitled);

// Paid for logins beyond entitled ones and grace; empty where they are impossible.
[[nodiscard]] std::optional<money> overage_cost(const problem& of, const window& judged, count logins,
                                                count entitled);

// Logins of one load in a month from the numerator that users bring.
[[nodiscard]] count rounded_logins(const problem& of, const load& counted, count numerator);

} // namespace proviso::optimizing
