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

// Past a text's closing quote; a text that is not closed ends with its line.
std::size_t past_text(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size() && text[at] != '\n'; ++at)
    if (text[at] == '\\' && quote == '"')
      ++at;
    else if (text[at] == quote)
      return at + 1;
  return at;
}

// Past the text, comment or sign that starts here.
std::size_t past(std::string_view text, std::size_t at) {
  if (text[at] == '#')
    return std::min(text.find('\n', at), text.size());
  return holds("\"'", text[at]) ? past_text(text, at) : at + 1;
}

struct trouble {
  std::size_t at = nowhere;
  std::string message;
};

// What is wrong with the sign at `at`, which lies in no text or comment; nothing, most times.
trouble trouble_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if ((static_cast<unsigned char>(c) & 0x80) != 0)
    return {at, "this character stands in no text: put quotes around the text"};
  if (holds("\"'", c) && text.substr(at, 3) == std::string(3, c))
    return {at, "a text of a plan stands on one line: write one quote"};
  return {};
}

trouble find_trouble(std::string_view text) {
  int dots = 0; // since the last sign that ends a key
  int dotted_keys = 0;
  for (auto at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; at < text.size();) {
    if (auto found = trouble_at(text, at); found.at != nowhere)
      return found;
    dotted_keys += dots > 0 && holds("=]", text[at]);
    dots = holds("=,[]{}\n", text[at]) ? 0 : dots + (text[at] == '.');
    if (dotted_keys > most_dotted_keys)
      return {at, fmt::format("a plan has at most {} dotted keys", most_dotted_keys)};
    if (dots >= most_key_parts)
      return {at, fmt::format("a key has at most {} parts", most_key_parts)};
    at = past(text, at);
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
