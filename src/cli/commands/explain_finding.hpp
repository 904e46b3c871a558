// Findings explained, for `proviso explain` with a contract.
#pragma once

#include "cli/command.hpp"

#include <string_view>

namespace proviso::cli {

// 16 hexadecimal digits, or the first of them, at least 6.
[[nodiscard]] bool looks_like_fingerprint(std::string_view word);

// The first word is a fingerprint or a rule; the others are files as `check` takes them.
[[nodiscard]] outcome explain_finding(const invocation& asked);

} // namespace proviso::cli
