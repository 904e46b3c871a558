// Small jobs on text: case, lists of names, and making foreign text harmless on a terminal.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::base {

// ASCII letters in lower case; other bytes stay.
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] bool same_but_case(std::string_view a, std::string_view b);

[[nodiscard]] bool is_one_of(std::span<const std::string_view> all, std::string_view text);

// "a", "a and b", "a, b and c".
[[nodiscard]] std::string enumerate(std::span<const std::string> items, std::string_view last_word = "and");

// Control characters, bidirectional overrides and broken UTF-8 become visible escapes such as \x1b and \u202e;
// tabs and, in texts of several lines, line ends stay.
[[nodiscard]] std::string harmless(std::string_view text);

// Foreign text for an element or attribute of XML: harmless, and its special characters as entities.
[[nodiscard]] std::string xml(std::string_view text);

// The first byte that is not UTF-8, or npos. NUL is UTF-8.
[[nodiscard]] std::size_t broken_utf8(std::string_view text);

} // namespace proviso::base
