#include "usage/toml_guard.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::usage {
namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool holds(std::string_view signs, char c) {
  return signs.find(c) != nowhere;
}

// Past a text's closing quotes; two more quotes may stand before those of a text of several lines.
std::size_t past_multiline(std::string_view text, std::size_t at) {
  const std::string quotes(3, text[at]);
  for (at += 3; at < text.size(); ++at)
    if (text[at] == '\\' && quotes[0] == '"')
      ++at;
    else if (text.substr(at, 3) == quotes)
      return std::min(text.find_first_not_of(quotes[0], at), at + 5);
  return text.size();
}

// The same on one line, whose end it does not pass: a text that is not closed ends there.
std::size_t past_line(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size() && text[at] != '\n'; ++at)
    if (text[at] == '\\' && quote == '"')
      ++at;
    else if (text[at] == quote)
      return at + 1;
  return at;
}

// Past a text or comment that starts here; else here.
std::size_t past_words(std::string_view text, std::size_t at) {
  if (text[at] == '#')
    return text.find('\n', at);
  if (!holds("\"'", text[at]))
    return at;
  return text.substr(at, 3) == std::string(3, text[at]) ? past_multiline(text, at) : past_line(text, at);
}

// Where a header lacks its name, or nowhere. `at` is its bracket.
std::size_t unnamed_header(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(" \t", at + 1);
  if (at != nowhere && text[at] == '[')
    at = text.find_first_not_of(" \t", at + 1);
  const auto names = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || holds("-_\"']", c);
  };
  return at == nowhere || names(text[at]) ? nowhere : at;
}

struct trouble {
  std::size_t at = nowhere;
  std::string message;
};

trouble find_trouble(std::string_view text) {
  int dots = 0; // since the last sign that ends a key
  bool line_starts = true;
  for (auto at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; at < text.size();) {
    const char c = text[at];
    if (c == '[' && line_starts)
      if (const auto lacking = unnamed_header(text, at); lacking != nowhere)
        return {lacking, "this is not TOML: expected a name after '['"};
    dots = holds("=,[]{}\n", c) ? 0 : dots + (c == '.');
    if (dots >= most_key_parts)
      return {at, fmt::format("a key has at most {} parts", most_key_parts)};
    line_starts = c == '\n' || (line_starts && holds(" \t", c));
    const auto past = past_words(text, at);
    at = past == at ? at + 1 : past;
  }
  return {};
}

bool blank(std::string_view text) {
  if (text.starts_with(byte_order_mark))
    text.remove_prefix(byte_order_mark.size());
  return text.find_first_not_of(" \t\r\n") == nowhere;
}

// The character at a byte; a byte that belongs to none alone.
base::span character(std::uint32_t source, std::string_view text, std::size_t at) {
  const auto continues = [&](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80; };
  auto end = at + 1;
  while (end < text.size() && continues(end))
    ++end;
  return {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

} // namespace

bool fit_to_parse(const base::sources& from, std::uint32_t source, base::diagnostics& faults) {
  const auto text = from[source].text();
  const auto refuse = [&](std::string message, base::span at, std::string help = {}) {
    faults.push_back({std::move(message), at, std::move(help), {}});
    return false;
  };
  if (text.size() > most_plan_bytes)
    return refuse(fmt::format("this plan has {} bytes, at most {} are read", text.size(), most_plan_bytes),
                  {source});
  if (blank(text))
    return refuse("this plan is empty: it needs a [plan] table", {source},
                  "[plan] names the contract, each [[population]] its users");
  if (const auto at = base::broken_utf8(text); at != nowhere)
    return refuse("this is not UTF-8", character(source, text.substr(0, at + 1), at),
                  "save the plan in the encoding UTF-8");
  if (const auto at = text.find('\0'); at != nowhere)
    return refuse("a plan is text: this is a NUL byte", character(source, text, at));
  if (auto [at, message] = find_trouble(text); at != nowhere)
    return refuse(std::move(message), character(source, text, at));
  return true;
}

} // namespace proviso::usage
