#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>

namespace proviso::base {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

unsigned byte(char c) {
  return static_cast<unsigned char>(c);
}

struct code_point {
  char32_t value = 0;
  std::size_t length = 0; // 0: not UTF-8
};

std::size_t announced_length(unsigned lead) {
  if (lead < 0x80)
    return 1;
  if (lead >= 0xC2 && lead < 0xE0)
    return 2;
  if (lead >= 0xE0 && lead < 0xF0)
    return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

// Overlong forms, surrogates and values beyond U+10FFFF are not UTF-8.
code_point decode(std::string_view text) {
  static constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const auto length = announced_length(byte(text[0]));
  if (length == 0 || length > text.size())
    return {};
  char32_t value = length == 1 ? byte(text[0]) : byte(text[0]) & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(text[i]) & 0xC0) != 0x80)
      return {};
    value = value << 6 | (byte(text[i]) & 0x3F);
  }
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return value < least[length] || value > 0x10FFFF || surrogate ? code_point{} : code_point{value, length};
}

// Where the run of ASCII that starts there ends, eight bytes at a time.
std::size_t ascii_end(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if ((bytes & 0x8080808080808080) != 0)
      break;
  }
  while (at < text.size() && byte(text[at]) < 0x80)
    ++at;
  return at;
}

// Code points that are no characters, and never will be: XML does not hold U+FFFE and U+FFFF.
bool is_noncharacter(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

// Characters that move the cursor, change direction or cannot be seen, so that a text shows other than it is.
bool deceives(char32_t c) {
  const bool control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
  const bool direction =
      (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
  return control || direction || c == 0x2028 || c == 0x2029 || c == 0xFEFF || is_noncharacter(c);
}

} // namespace

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

bool same_but_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool is_one_of(std::span<const std::string_view> all, std::string_view text) {
  return std::ranges::find(all, text) != all.end();
}

std::string enumerate(std::span<const std::string> items, std::string_view last_word) {
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0)
      result += i + 1 == items.size() ? fmt::format(" {} ", last_word) : ", ";
    result += items[i];
  }
  return result;
}

std::string harmless(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; }))
    return std::string(text);
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto next = decode(text);
    const auto taken = std::max<std::size_t>(next.length, 1);
    const auto shown = next.length == 0 ? byte(text[0]) : static_cast<std::uint32_t>(next.value);
    if (next.length != 0 && !deceives(next.value))
      result += text.substr(0, taken);
    else
      result += fmt::format(fmt::runtime(shown < 0x100 ? "\\x{:02x}" : "\\u{:04x}"), shown);
    text.remove_prefix(taken);
  }
  return result;
}

std::string xml(std::string_view text) {
  std::string result;
  for (const char c : harmless(text))
    switch (c) {
    case '&': result += "&amp;"; break;
    case '<': result += "&lt;"; break;
    case '>': result += "&gt;"; break;
    case '"': result += "&quot;"; break;
    case '\'': result += "&apos;"; break;
    case '\n': result += "&#10;"; break;
    default: result += c;
    }
  return result;
}

std::size_t broken_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    at = ascii_end(text, at);
    if (at == text.size())
      break;
    const auto next = decode(text.substr(at));
    if (next.length == 0)
      return at;
    at += next.length;
  }
  return std::string_view::npos;
}

} // namespace proviso::base
