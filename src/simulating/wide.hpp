// Integers of 128 bits: products and sums of those of 64.
#pragma once

#include "base/rational.hpp"

#include <cstdint>

namespace proviso::simulating {

__extension__ typedef __int128 wide;                  // NOLINT(modernize-use-using): no extension otherwise
__extension__ typedef unsigned __int128 wide_natural; // NOLINT(modernize-use-using)

[[nodiscard]] inline base::rational to_rational(wide value) {
  constexpr std::int64_t half = std::int64_t{1} << 62;
  return base::rational(static_cast<std::int64_t>(value / half)) * base::rational(half) +
         base::rational(static_cast<std::int64_t>(value % half));
}

} // namespace proviso::simulating
