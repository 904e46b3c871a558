// Texts: escapes, and the margin of texts of several lines.
#include "syntax/read.hpp"

#include <fmt/format.h>

namespace proviso::syntax {
namespace {

constexpr std::string_view three_quotes = R"(""")";
constexpr auto npos = std::string_view::npos;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::size_t blanks_at(std::string_view rest) {
  std::size_t count = 0;
  while (count < rest.size() && is_blank(rest[count]))
    ++count;
  return count;
}

// The bytes of the character at the start.
std::size_t character_at(std::string_view rest) {
  std::size_t length = std::min<std::size_t>(1, rest.size());
  while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0) == 0x80)
    ++length;
  return length;
}

void append_utf8(std::string& to, std::uint32_t c) {
  const auto byte = [&](std::uint32_t value) { to += static_cast<char>(value); };
  const auto tail = [&](unsigned shift) { byte(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80)
    return byte(c);
  if (c < 0x800)
    return byte(0xC0 | c >> 6), tail(0);
  if (c < 0x10000)
    return byte(0xE0 | c >> 12), tail(6), tail(0);
  byte(0xF0 | c >> 18), tail(12), tail(6), tail(0);
}

// What stands between the quotes, decoded from left to right.
class decoder {
public:
  decoder(const lexeme& raw, std::string_view indent, bool braces, faults& out)
      : raw_(raw), rest_(raw.text), indent_(indent), braces_(braces), out_(out) {}

  // Blanks behind the opening quotes belong to the layout.
  void skip_first_line() {
    const auto blanks = blanks_at(rest_);
    if (blanks >= rest_.size() || rest_[blanks] != '\n')
      return;
    rest_.remove_prefix(blanks + 1);
    skip_margin();
  }

  [[nodiscard]] std::string decode() {
    while (!rest_.empty()) {
      const auto plain = std::min(rest_.find_first_of("\\\n\r"), rest_.size());
      result_ += rest_.substr(0, plain);
      rest_.remove_prefix(plain);
      if (rest_.starts_with('\\'))
        escape();
      else if (!rest_.empty())
        line_end();
    }
    return std::move(result_);
  }

private:
  [[nodiscard]] lexeme next(std::size_t length) const {
    return raw_.part(raw_.text.size() - rest_.size(), length);
  }

  void line_end() {
    const bool ends = rest_[0] == '\n' || rest_.starts_with("\r\n");
    result_ += ends ? '\n' : rest_[0];
    rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
    if (ends)
      skip_margin();
  }

  void skip_margin() {
    if (rest_.starts_with(indent_)) {
      rest_.remove_prefix(indent_.size());
      return;
    }
    const auto blanks = blanks_at(rest_);
    if (blanks < rest_.size() && rest_[blanks] != '\n')
      out_.add("this line is indented less than the closing quotes", next(std::max<std::size_t>(blanks, 1)).at);
    rest_.remove_prefix(blanks);
  }

  void escape() {
    const char kind = rest_.size() > 1 ? rest_[1] : ' ';
    if (kind == 'u')
      return unicode();
    const bool known = kind == '"' || kind == '\\' || kind == 'n' || (braces_ && kind == '{');
    if (!known)
      out_.add("this is no escape", next(1 + character_at(rest_.substr(1))).at,
               braces_ ? R"(escapes are \", \\, \n, \{ and \u{…})" : R"(escapes are \", \\, \n and \u{…})");
    result_ += kind == 'n' ? '\n' : kind;
    rest_.remove_prefix(std::min<std::size_t>(2, rest_.size()));
  }

  // \u{1F600}
  void unicode() {
    const auto close = rest_.find('}');
    const auto length = rest_.starts_with("\\u{") && close != npos ? close + 1 : 2;
    std::uint32_t value = 0;
    bool good = length > 4 && length <= 10;
    for (const char c : rest_.substr(std::min<std::size_t>(3, length), length > 4 ? length - 4 : 0)) {
      const auto digit = std::string_view("0123456789abcdefABCDEF").find(c);
      good = good && digit != npos;
      value = value * 16 + static_cast<std::uint32_t>(digit > 15 ? digit - 6 : digit);
      if (!good)
        break;
    }
    good = good && value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (good)
      append_utf8(result_, value);
    else
      out_.add("this is no character", next(std::min<std::size_t>(length, 12)).at,
               R"(write its number in hexadecimal: \u{e9})");
    rest_.remove_prefix(length);
  }

  const lexeme& raw_;
  std::string_view rest_;
  std::string_view indent_;
  bool braces_;
  faults& out_;
  std::string result_;
};

} // namespace

margin margin_of(std::string_view quoted) {
  const auto inner = quoted.substr(3, quoted.size() - 6);
  const auto line = inner.rfind('\n');
  const auto last = inner.substr(line == npos ? 0 : line + 1);
  if (line == npos || blanks_at(last) != last.size())
    return {};
  return {last, true};
}

void read(const lexeme& from, text& to, faults& out) {
  to.at = from.at;
  if (!from.text.starts_with(three_quotes)) {
    const auto raw = from.part(1, from.text.size() - 2);
    to.value = raw.text.find('\\') == npos ? std::string(raw.text) : decoder(raw, {}, false, out).decode();
    return;
  }
  const auto lines = margin_of(from.text);
  const auto raw = from.part(3, from.text.size() - 6);
  decoder reading(raw, lines.indent, false, out);
  reading.skip_first_line();
  to.value = reading.decode();
  if (lines.closes_on_own && to.value.ends_with('\n'))
    to.value.pop_back();
}

std::string read_piece(const lexeme& from, const margin& lines, bool first, faults& out) {
  decoder reading(from, lines.indent, true, out);
  if (first)
    reading.skip_first_line();
  return reading.decode();
}

} // namespace proviso::syntax
