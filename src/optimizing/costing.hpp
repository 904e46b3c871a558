// What quantities and overage cost, exactly as the problem says.
#pragma once

#include "optimizing/problem.hpp"

namespace proviso::optimizing {

// What is charged, by period; one sum where the problem has no periods.
using bill = std::vector<money>;
[[nodiscard]] bill empty_bill(const problem& of);

// The bill with what is missing to the least of each period. The least cost of the problem is not in it.
[[nodiscard]] money total(const problem& of, const bill& charged);

// Where charges of the month stand in a bill.
[[nodiscard]] std::size_t period_of(const problem& of, std::uint32_t month);

// Half up to a multiple of `minor`.
[[nodiscard]] money rounded_to(money minor, money exact);

// One charge for the quantity, before rounding.
[[nodiscard]] money price_of(const stretch& of, count quantity);

// One charge of the stretch for the quantity, and all of them.
[[nodiscard]] money charge_of(const problem& of, const stretch& bought, count quantity);
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
