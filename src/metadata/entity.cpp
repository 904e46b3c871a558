#include "metadata/entity.hpp"

#include <array>
#include <utility>

namespace proviso::metadata {
namespace {

constexpr bool is_character(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
         (c >= 0x10000 && c < 0x110000);
}

int digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  const auto letter = static_cast<char>(c | 0x20);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : 16;
}

// "#65" or "#x41"; 0, which is no character, where it is neither.
std::uint32_t numbered(std::string_view reference) {
  const bool hexadecimal = reference.starts_with("#x");
  const auto digits = reference.substr(hexadecimal ? 2 : 1);
  const std::uint32_t base = hexadecimal ? 16 : 10;
  std::uint32_t code = 0;
  for (const char c : digits) {
    const auto one = static_cast<std::uint32_t>(digit(c));
    if (one >= base || code >= 0x110000)
      return 0;
    code = code * base + one;
  }
  return code;
}

// The five that XML knows.
std::uint32_t named(std::string_view reference) {
  constexpr std::array<std::pair<std::string_view, char>, 5> known{
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [name, stands_for] : known)
    if (reference == name)
      return static_cast<std::uint32_t>(stands_for);
  return 0;
}

} // namespace

void append_utf8(std::string& to, std::uint32_t c) {
  const auto byte = [&](std::uint32_t bits) { to += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6);
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

std::uint32_t entity(std::string_view name) {
  const auto code = name.starts_with('#') ? numbered(name) : named(name);
  return is_character(code) ? code : 0;
}

} // namespace proviso::metadata
