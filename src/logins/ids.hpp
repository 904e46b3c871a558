// Ids of Salesforce records as keys: 15 characters whose case counts, or 18 of which the last three only check.
#pragma once

#include "logins/batch.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace proviso::logins {

// Empty where it is no id. Sixteen bytes after the begin of the text must be readable.
[[nodiscard]] std::optional<key> key_of(std::string_view id);
[[nodiscard]] std::string id_of(const key& user);

// Two texts as a key of 128 bits, by a hash with secrets of this run: others get the same by chance alone, which is
// less than one in 10^20 for a thousand million of them.
[[nodiscard]] key digest(std::string_view first, std::string_view second);

// A number that spreads keys evenly, whoever chose them.
[[nodiscard]] std::uint64_t mix(const key& user);
[[nodiscard]] std::uint64_t mix(std::string_view text);

} // namespace proviso::logins
