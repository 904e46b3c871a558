// What formatting would change, as a patch shows it.
#pragma once

#include <string>
#include <string_view>

namespace proviso::format {

// A unified diff with three lines around each change; empty where the texts are equal. The smallest one, unless
// the texts differ in thousands of lines: then all between the first and the last change is replaced.
[[nodiscard]] std::string difference(std::string_view name, std::string_view before, std::string_view after);

} // namespace proviso::format
