#include "metering/renewal.hpp"

#include "metering/pricing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::metering {

using base::rational;

base::known<rational> renewal_at_most(const model::contract& contract, const model::sku& sku) {
  if (!sku.uplift)
    return base::unknown{
        fmt::format("what '{}' may cost after renewal: state 'uplift at most …% per renewal'", sku.name)};
  const auto terms = sku.on(contract.months[contract.months.size()].days.first);
  const auto price = monthly_price(terms, terms.quantity ? terms.quantity->value : 0);
  if (!price)
    return base::unknown{fmt::format("a price of '{}' for its last quantity", sku.name)};
  return *price * (rational(1) + sku.uplift->value);
}

std::int64_t reducible_to(const model::sku& sku, const model::sku_terms& terms, std::int64_t last_quantity) {
  if (!sku.reduce)
    return last_quantity;
  const rational block(terms.block ? terms.block->value : 1);
  const auto least = rational(last_quantity) * (rational(1) - sku.reduce->value);
  const auto raised = ((least / block).ceil() * block).whole().value_or(last_quantity);
  const auto minimum = terms.minimum ? terms.minimum->value : 0;
  return std::min(std::max(raised, minimum), last_quantity);
}

} // namespace proviso::metering
