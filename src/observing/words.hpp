// What an observation says in words: why a month is not known, what was assumed, who was left out.
#pragma once

#include "base/known.hpp"
#include "observing/observe.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::observing::words {

[[nodiscard]] std::string not_covered(const coverage& covered);
[[nodiscard]] std::string unread_rows(std::uint64_t rows);
// Why rows of a month that were read may be logins all the same; empty where none may.
[[nodiscard]] std::string untold_rows(const coverage& covered, const model::month& month);
[[nodiscard]] std::string unknown_license(std::int64_t users, const org::directory& org);
[[nodiscard]] std::string unknown_holders(std::int64_t users);
[[nodiscard]] std::string undated_holders(std::int64_t users);
[[nodiscard]] std::string undated_logins(std::int64_t users);
[[nodiscard]] std::string several_sellers(const model::contract& contract, std::uint32_t sku);
// Why logins of a SKU in a month may be more than those of its places; none: nobody is left.
[[nodiscard]] std::optional<base::unknown> more_logins(const model::contract& contract, const observation& of,
                                                       std::uint32_t sku, int month);

[[nodiscard]] std::vector<std::string> assumed(const model::contract& contract, const observation& of,
                                               const org::directory& org);
[[nodiscard]] std::vector<std::string> left_out(const model::contract& contract, const observation& of,
                                                const org::directory& org);

} // namespace proviso::observing::words
