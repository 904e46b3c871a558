// What never reaches the TOML parser: texts that are empty, too large or not UTF-8, keys nested so deep that
// the parser's own tree could not be destroyed, and headers that start with no name, which it takes for
// granted.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace proviso::usage {

inline constexpr std::size_t most_plan_bytes = 1024 * 1024;
inline constexpr int most_key_parts = 16; // of a dotted key: a.b.c has 3

// False, with a diagnostic, where the source must not be parsed.
[[nodiscard]] bool fit_to_parse(const base::sources& from, std::uint32_t source, base::diagnostics& faults);

} // namespace proviso::usage
