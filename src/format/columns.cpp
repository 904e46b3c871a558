#include "format/columns.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace proviso::format {
namespace {

using kind = token::kind;

constexpr std::size_t contract_column = 11; // behind `price hold`, the longest keyword of a contract
constexpr std::size_t rule_column = 10;
constexpr std::size_t slice_column = 6;
constexpr std::size_t before_price = 3; // blanks behind the longest slice

bool holds_contract_clauses(std::string_view keyword) {
  static constexpr std::string_view all[] = {"contract",    "amendment", "sku",   "quote",
                                             "restriction", "license",   "object"};
  return base::is_one_of(all, keyword);
}

bool is_sentence(words head) {
  static constexpr std::string_view all[] = {"waive", "treat", "set", "external", "short", "end"};
  return base::is_one_of(all, head[0].text);
}

bool has_long_text(words head) {
  return std::ranges::any_of(head, [](const token& t) { return t.text.find('\n') != t.text.npos; });
}

std::size_t keyword_width(words head) {
  return keyword_words(head) == 1 ? width(head[0].text) : width(head[0].text) + 1 + width(head[1].text);
}

// Behind the longest keyword.
std::size_t value_column(const clause& block) {
  std::size_t result = 0;
  for (const auto& each : block.clauses)
    if (!each.is_comment() && is_aligned(each, block))
      result = std::max(result, keyword_width(each.head) + 1);
  return result;
}

// first 500, next 1_500, beyond
std::size_t price_column(const clause& block) {
  std::size_t result = 0;
  for (const auto& each : block.clauses)
    if (each.head.size() > 1 && each.head[1].what == kind::number)
      result = std::max(result, slice_column + width(each.head[1].text) + before_price);
  return result;
}

} // namespace

columns columns_of(const clause& block) {
  if (block.head.empty() || block.of_members)
    return {};
  const auto keyword = block.head[0].text;
  if (holds_contract_clauses(keyword))
    return {contract_column, 0};
  if (keyword == "price")
    return {slice_column, price_column(block)};
  return {keyword == "rule" ? rule_column : value_column(block), 0};
}

std::size_t keyword_words(words head) {
  static constexpr std::string_view pairs[][2] = {
      {"sold", "as"}, {"time", "zone"}, {"price", "hold"}, {"as", "of"}, {"open", "ended"}};
  const auto starts = [&](const auto& pair) {
    return head.size() > 1 && head[0].text == pair[0] && head[1].text == pair[1];
  };
  return std::ranges::any_of(pairs, starts) ? 2 : 1;
}

bool is_aligned(const clause& of, const clause& in) {
  if (of.has_block || of.head.size() <= keyword_words(of.head) || has_long_text(of.head))
    return false;
  return !(holds_contract_clauses(in.head[0].text) && is_sentence(of.head));
}

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace proviso::format
