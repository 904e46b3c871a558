// What a contract asks of login histories: its months, its zone, and what its SKUs count.
#pragma once

#include "base/diagnostic.hpp"
#include "logins/question.hpp"
#include "logins/tally.hpp"
#include "model/contract.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace proviso::observing {

struct question_of {
  logins::question asked;
  std::vector<std::size_t> ways; // for each SKU of the contract, its way to count
};

// How a SKU or quote sold as logins counts them: what a way of the question keeps, in another unit perhaps.
struct measure {
  std::size_t way = 0;
  logins::unit unit = logins::unit::per_user_day;

  friend auto operator<=>(const measure&, const measure&) = default;
};

// Empty where no way of the question keeps what it counts: a quote is counted as the SKUs are, if it can be.
[[nodiscard]] std::optional<measure> measure_for(const question_of& asked, const model::sku& sku);
// Of all SKUs and quotes that sell logins of the license, each once.
[[nodiscard]] std::vector<measure> measures_for(const model::contract& contract, const question_of& asked,
                                                const model::license& license);
// Of one user in one month.
[[nodiscard]] std::int64_t units_of(const logins::user& one, const measure& by, std::size_t month);

// The first way is one login per user and day, of any type: by it members are told who come and who do not.
// Empty where the SKUs count in more ways than one pass can, with a diagnostic at the first that is too many.
[[nodiscard]] std::optional<question_of> ask(const model::contract& contract, base::diagnostics& faults);

} // namespace proviso::observing
