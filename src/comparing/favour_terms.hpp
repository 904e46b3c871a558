// Which of two SKUs is better for the buyer in one clause.
#pragma once

#include "comparing/ranking.hpp"
#include "model/contract.hpp"

#include <string_view>

namespace proviso::comparing {

// `unordered` where that depends on usage, or on what the buyer wants. A term that changes over time is better
// where it is at no time worse.
[[nodiscard]] ranking by_sku(const model::sku& a, const model::sku& b, std::string_view keyword);

} // namespace proviso::comparing
