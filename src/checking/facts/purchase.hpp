// What can be bought: quantities in whole blocks and above minimums, their monthly price, and the cheapest of
// the contract's SKUs and quotes that sell a license.
#pragma once

#include "base/known.hpp"
#include "base/rational.hpp"
#include "base/truth.hpp"
#include "metering/assessment.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace proviso::checking {

// The quantity in force; 0 where none is.
[[nodiscard]] std::int64_t bought(const model::sku_terms& terms);

// The least whole number of blocks that holds the quantity.
[[nodiscard]] std::int64_t raised_to_block(std::int64_t quantity, const model::sku_terms& terms);
// The same, and not below the minimum.
[[nodiscard]] std::int64_t purchasable(std::int64_t quantity, const model::sku_terms& terms);

// What is left of a quantity with `fewer` units: whole blocks are given up, down to the minimum at most.
[[nodiscard]] std::int64_t left_without(const model::sku_terms& terms, std::int64_t fewer);

// A SKU or quote of the contract with the terms of one month.
struct offer {
  std::uint32_t sku = 0; // among the contract's SKUs, then its quotes
  const model::sku* of = nullptr;
  model::sku_terms terms;
  base::rational unit_price; // a month; a quote's at its minimum, else at one unit

  [[nodiscard]] std::int64_t bought_now() const; // of a quote nothing is
  // The quantity to buy for `more` units on top of that.
  [[nodiscard]] std::int64_t quantity_with(std::int64_t more) const;
  // What `more` units cost a month on top of what is bought. Empty where that lies beyond the last slice.
  [[nodiscard]] std::optional<base::rational> added_price(std::int64_t more) const;
};

// What the SKU's month costs less with `fewer` units.
[[nodiscard]] base::rational released_price(const model::sku_terms& terms, std::int64_t fewer);

// All with a price in that month, in the contract's order.
[[nodiscard]] std::vector<offer> offers(const metering::assessment& all, int month);

// The cheapest by its unit price of those that `suits` says yes to, the first of equals; null where there is
// none.
template <typename Suits>
[[nodiscard]] const offer* cheapest(const std::vector<offer>& all, Suits suits) {
  const offer* best = nullptr;
  for (const auto& one : all)
    if (suits(one) && (best == nullptr || one.unit_price < best->unit_price))
      best = &one;
  return best;
}

} // namespace proviso::checking
