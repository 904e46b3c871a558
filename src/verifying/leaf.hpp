// What a leaf of a proof proves: the least that any purchase of its scope can cost.
#pragma once

#include "verifying/capacity.hpp"

namespace proviso::verifying {

// By row, as certificate.hpp orders them.
struct priced_rows {
  wide scale = 1;
  std::vector<std::int64_t> multipliers;
};

[[nodiscard]] std::size_t rows_of(const optimizing::problem& of);

// Empty where the scope holds no purchase at all.
[[nodiscard]] std::optional<wide> proven_by(const optimizing::problem& of, const scope& within,
                                            const priced_rows& rows);

} // namespace proviso::verifying
