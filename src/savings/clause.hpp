// The recommended purchase in the language, to be pasted into the contract's file.
#pragma once

#include "savings/savings.hpp"

#include <string>

namespace proviso::savings {

// An amendment from the first day of the term: changed quantities of the contract's SKUs, and each quote that
// is taken, with all its clauses and the packs that are taken of it, as a SKU of the name "QUOTE-bought", or
// the next that is free. Quantities that an amendment of the contract states are changed by one of their own,
// as it would undo the first; where both take effect on one day, a comment says what has to go. Users who move
// and packs that are left are comments. Empty where nothing changes.
[[nodiscard]] std::string as_clause(const advice& of);

// "2.50 per login", "250.00 per block of 100"
[[nodiscard]] std::string price_of(const model::overage& of);

} // namespace proviso::savings
