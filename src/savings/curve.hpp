// Cost against quantity: what the recommendation costs with more or less of one SKU.
#pragma once

#include "savings/savings.hpp"

#include <vector>

namespace proviso::savings {

struct curve_point {
  std::int64_t quantity = 0;
  known<rational> cost; // unknown where the quantity does not serve
};

struct curve {
  std::size_t offer = 0;
  std::size_t stretch = 0;
  std::vector<curve_point> points; // by quantity; the recommended one is among them
};

// Of the stretch that costs most; no points where nothing is bought.
[[nodiscard]] curve curve_of(const advice& of);

} // namespace proviso::savings
