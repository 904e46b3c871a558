// What a purchased quantity costs in a month. Exact: a charge is rounded once, when it becomes a line.
#pragma once

#include "base/known.hpp"
#include "base/rational.hpp"
#include "model/contract.hpp"

#include <cstdint>

namespace proviso::metering {

// The month's price of a quantity after tiers and discount, a yearly price as its twelfth. Empty where the
// quantity lies beyond the last slice.
[[nodiscard]] std::optional<base::rational> monthly_price(const model::price& price, std::int64_t quantity,
                                                          const base::rational& discount);

// The same for the terms of a SKU: no price and no quantity cost nothing.
[[nodiscard]] std::optional<base::rational> monthly_price(const model::sku_terms& terms, std::int64_t quantity);

// The average net price of one unit a month at a quantity, never rounded; a quote's is taken at its minimum,
// else at one unit. Empty where there is no price.
[[nodiscard]] std::optional<base::rational> unit_price(const model::sku& sku, const model::sku_terms& terms);

} // namespace proviso::metering
