// What the contract's end may cost and how far a purchase may fall before it.
#pragma once

#include "base/known.hpp"
#include "base/rational.hpp"
#include "model/contract.hpp"

#include <cstdint>

namespace proviso::metering {

// The most a SKU may cost a month after renewal: its last month's net price × (1 + uplift), not compounded
// within the term, not rounded. Unknown without an uplift clause.
[[nodiscard]] base::known<base::rational> renewal_at_most(const model::contract& contract,
                                                          const model::sku& sku);

// The least quantity a reduction right allows at the start of a contract year: the last month's quantity × (1 −
// r), raised to a block and to the minimum. The same quantity where there is no such right.
[[nodiscard]] std::int64_t reducible_to(const model::sku& sku, const model::sku_terms& terms,
                                        std::int64_t last_quantity);

} // namespace proviso::metering
