// Characters and the words that are no names. Nothing but the standard library, so that everybody may ask.
#pragma once

#include <algorithm>
#include <string_view>

namespace proviso::grammar {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_snake(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}
constexpr bool is_word(char c) {
  return is_snake(c) || c == '-';
}

inline constexpr std::string_view reserved_words[] = {"and", "as",   "at",  "because", "by", "else",  "exists",
                                                      "for", "from", "if",  "in",      "no", "not",   "of",
                                                      "on",  "or",   "per", "then",    "to", "until", "where"};

[[nodiscard]] constexpr bool is_reserved(std::string_view word) {
  return word.size() >= 2 && word.size() <= 7 &&
         std::ranges::find(reserved_words, word) != std::end(reserved_words);
}

// Behind these a clause goes on in the next line.
inline constexpr std::string_view joining_words[] = {"and", "or", "not", "in", "if", "then", "else", "where"};
inline constexpr std::string_view joining_signs[] = {
    ",", "=", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/"};

[[nodiscard]] constexpr bool joins(std::string_view word_or_sign) {
  return std::ranges::find(joining_words, word_or_sign) != std::end(joining_words) ||
         std::ranges::find(joining_signs, word_or_sign) != std::end(joining_signs);
}

} // namespace proviso::grammar
