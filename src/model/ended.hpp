// Whether an amendment has ended a SKU.
#pragma once

#include "model/contract.hpp"

#include <algorithm>

namespace proviso::model {

// An amendment that ends a SKU says so as one clause, where others state a quantity in their step. Nothing of
// what the SKU stated holds from then on; a quantity of nothing that is stated is sold all the same.
[[nodiscard]] inline bool is_ended(const sku& of, const sku_terms& terms) {
  return terms.quantity && std::ranges::any_of(of.steps, [&](const step& s) {
           return s.terms.quantity && s.terms.quantity->value == 0 && s.at == s.terms.quantity->at &&
                  s.at == terms.quantity->at;
         });
}

} // namespace proviso::model
