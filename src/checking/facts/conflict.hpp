// Restrictions that forbid what a SKU is bought for, by the catalogue's word: the group of objects
// `purpose-of-LICENSE` lists what a license is bought for.
#pragma once

#include "model/contract.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proviso::checking {

struct conflict {
  std::uint32_t restriction = 0;
  std::uint32_t sku = 0;
  std::string object;
  model::operations forbidden; // and no exception permits them as long as the restriction holds
};

// By restriction, SKU and object; quotes and SKUs that a restriction may only perhaps bind are left out.
[[nodiscard]] std::vector<conflict> conflicts(const model::contract& contract);

} // namespace proviso::checking
