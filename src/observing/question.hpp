// What a contract asks of login histories: its months, its zone, and what its SKUs count.
#pragma once

#include "base/diagnostic.hpp"
#include "logins/question.hpp"
#include "model/contract.hpp"

#include <cstddef>
#include <vector>

namespace proviso::observing {

struct question_of {
  logins::question asked;
  std::vector<std::size_t> ways; // for each SKU of the contract, its way to count
};

// The first way is one login per user and day, of any type: by it members are told who come and who do not.
// Empty where the SKUs count in more ways than one pass can, with a diagnostic at the first that is too many.
[[nodiscard]] std::optional<question_of> ask(const model::contract& contract, base::diagnostics& faults);

} // namespace proviso::observing
