// Whole users and quantities near what a relaxation says: a purchase, as good as a few passes find.
#pragma once

#include "optimizing/relaxation.hpp"

namespace proviso::optimizing {

// The purchase and what it costs; empty where none was found. The relaxation was solved for the part;
// multipliers say what users are worth.
struct rounded {
  purchase bought;
  money cost = no_purchase;
};

[[nodiscard]] std::optional<rounded> round_to_whole(const problem& of, const layout& by,
                                                    const std::vector<group>& groups, const relaxation& solved,
                                                    const part& within, const std::vector<double>& multipliers);

} // namespace proviso::optimizing
