// Paths as git prints them: one with odd characters stands in quotes, with its bytes as octal digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace proviso::cli {

// "\"f\\303\\274r.xml\"" as für.xml; a line without quotes is the path itself. None where the quotes do not
// end.
[[nodiscard]] std::optional<std::string> unquoted_path(std::string_view line);

} // namespace proviso::cli
