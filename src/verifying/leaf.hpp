// What a leaf of a proof proves: the least that any purchase of its scope can cost.
#pragma once

#include "verifying/row_prices.hpp"

namespace proviso::verifying {

// Empty where the scope holds no purchase at all.
[[nodiscard]] std::optional<wide> proven_by(const optimizing::problem& of, const scope& within,
                                            const priced_rows& rows);

} // namespace proviso::verifying
