// Which of two versions of a clause is better for who buys, as far as the clause alone tells: a lower price, a
// larger grace, a right that the other does not give.
#pragma once

#include "comparing/clause.hpp"

namespace proviso::comparing {

enum class side { neither, a, b };

// `neither` where that depends on usage, or on what the buyer wants: one is better only where it is worse in no
// respect.
[[nodiscard]] side favoured(const model::contract& a, const model::contract& b, const clause& which);

} // namespace proviso::comparing
