// One clause of one draft put into the other, so that its worth can be metered alone.
#pragma once

#include "comparing/clause.hpp"

namespace proviso::comparing {

// The draft with that clause as the other states it, or without it where the other has none; none where the
// clause moves no charge, or cannot be moved alone (a license, what a SKU is sold as, the term).
[[nodiscard]] std::optional<model::contract> transplanted(const model::contract& into,
                                                          const model::contract& from, const clause& which);

} // namespace proviso::comparing
