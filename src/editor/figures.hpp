// Figures of a judged contract in words, as hovers and lenses say them.
#pragma once

#include "checking/facts/facts.hpp"
#include "editor/analysis.hpp"
#include "report/text_parts.hpp"

#include <optional>
#include <string>

namespace proviso::editor {

using report::text::money;

// "at least 17,785.00 USD over the term": of the whole contract, or of one SKU; "at least" where something is
// not priced.
[[nodiscard]] std::string cost_of(const judged_contract& in);
[[nodiscard]] std::string cost_of(const judged_contract& in, const model::sku& sku);

// From how many login days a month a member of the same license is cheaper than logins of this SKU. Empty where
// the contract prices no such member.
[[nodiscard]] std::optional<std::string> break_even_of(const checking::facts& in, const model::sku& sku);

// The month that holds today, or the nearest of the term; null for what is only priced.
[[nodiscard]] const metering::month_usage* current_month(const judged_contract& in, const model::sku& sku);

// SKU or quote; null where the contract has none of the name.
[[nodiscard]] const model::sku* find_offer(const model::contract& in, std::string_view name);

} // namespace proviso::editor
