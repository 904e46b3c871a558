// What a SKU's prices say about other quantities and other offers of the contract: for who reads a draft.
#pragma once

#include "base/known.hpp"
#include "checking/facts/facts.hpp"

#include <cstdint>
#include <optional>

namespace proviso::checking {

// The last unit that the price's slices reach; none where the price has no end.
[[nodiscard]] std::optional<std::int64_t> priced_up_to(const model::sku_terms& terms);

struct larger_order { // more for less
  std::int64_t quantity = 0;
  base::rational price; // a month
};

// The larger quantity that may be bought at the lowest price below that of the quantity; none where more never
// costs less. Only a volume price, at the first unit of a later slice, can be so.
[[nodiscard]] std::optional<larger_order> larger_and_cheaper(const model::sku_terms& terms);

struct rival {
  const offer* quote = nullptr;
  std::int64_t quantity = 0; // the SKU's own, or the least above it that the quote sells
  base::rational price;      // of that, a month
};

// The quote of the same license, sold the same way, that asks least for the SKU's quantity, if that is less
// than the SKU's own price.
[[nodiscard]] std::optional<rival> cheaper_quote(const facts& f, std::uint32_t sku, int month);

// The license whose name stands in the SKU's title, by the longest of its names; null where none does, or where
// several do side by side.
[[nodiscard]] const model::license* named_in_title(const model::sku& sku, const model::catalogue& known);

// Whether its excess is measured by this very month, and charged.
[[nodiscard]] bool is_charged_monthly(const metering::month_usage& month);

// The overage of a SKU over the term, as it is, and as it were with quarterly windows for monthly ones.
[[nodiscard]] base::known<base::rational> overage_cost(const metering::assessment& all, std::uint32_t sku);
[[nodiscard]] base::known<base::rational> quarterly_overage(const metering::assessment& all, std::uint32_t sku);
[[nodiscard]] std::vector<metering::window> quarterly_windows(const metering::assessment& all,
                                                              std::uint32_t sku);

} // namespace proviso::checking
