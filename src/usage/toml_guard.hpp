// What never reaches the TOML parser: texts that are empty, too large or not UTF-8, keys nested so deep that
// the parser's own tree could not be destroyed, and characters beyond ASCII outside of texts and comments,
// which it does not expect. Texts of several lines, which no key wants, are refused with them.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace proviso::usage {

inline constexpr std::size_t most_plan_bytes = 1024 * 1024;
inline constexpr int most_key_parts = 16;       // of a dotted key: a.b.c has 3
inline constexpr int most_dotted_keys = 20'000; // the parser takes time that grows with their square

// False, with a diagnostic, where the source must not be parsed.
[[nodiscard]] bool fit_to_parse(const base::sources& from, std::uint32_t source, base::diagnostics& faults);

} // namespace proviso::usage
