// Texts of several lines: their indentation follows the block they stand in, what they say stays.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace proviso::format {

// A text in three quotes whose closing ones stand on their own line, with them and its lines indented by that
// many blanks; its first line is not indented. Any other text as it is, and also one whose lines are indented
// less than its quotes: those stand in a hole of it.
[[nodiscard]] std::string indented(std::string_view quoted, std::size_t blanks);

} // namespace proviso::format
