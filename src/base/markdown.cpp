#include "base/markdown.hpp"

#include "base/text.hpp"

namespace proviso::base {
namespace {

constexpr std::string_view special = "\\`*_{}[]<>#|!~&@$^";
constexpr std::string_view referring = "@#!&~$%^"; // before a name or a number
constexpr std::string_view apart = "&#8203;";      // a zero-width space

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool names_something(std::string_view text) {
  if (text.empty())
    return false;
  const char c = text[0];
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '"' || c == '_' || c == '-' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// "1. " and "-" begin a list, "=" underlines a heading.
bool opens_a_block(std::string_view before, std::string_view rest) {
  const char c = rest[0];
  if (before.empty())
    return c == '-' || c == '+' || c == '=';
  const bool ends_a_number = (c == '.' || c == ')') && (rest.size() == 1 || rest[1] == ' ');
  return ends_a_number && before.find_first_not_of("0123456789") == std::string_view::npos;
}

// Where a web address would be seen between the two.
bool splits_an_address(std::string_view before, std::string_view rest) {
  return (rest.starts_with("://")) ||
         (rest[0] == '.' && before.size() >= 3 && same_but_case(before.substr(before.size() - 3), "www"));
}

} // namespace

std::string markdown(std::string_view foreign) {
  const auto text = harmless(foreign);
  const std::string_view all = text;
  std::string result;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char c = all[i];
    const auto before = all.substr(0, i);
    if (c == '\n' || c == '\t') {
      result += ' ';
      continue;
    }
    if (splits_an_address(before, all.substr(i)))
      result += apart;
    if (special.find(c) != std::string_view::npos || opens_a_block(before, all.substr(i)))
      result += '\\';
    result += c;
    if (referring.find(c) != std::string_view::npos && names_something(all.substr(i + 1)))
      result += apart;
  }
  return result;
}

} // namespace proviso::base
