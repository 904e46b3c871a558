#include "editor/fixes.hpp"

#include "base/currency.hpp"
#include "editor/keywords.hpp"
#include "editor/outline.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::editor {
namespace {

// ---- advice

// What stands in single quotes: 'time zone "America/Los_Angeles"'.
std::vector<std::string> quoted_parts(std::string_view advice) {
  std::vector<std::string> result;
  for (auto begin = advice.find('\''); begin != std::string_view::npos; begin = advice.find('\'', begin)) {
    const auto end = advice.find('\'', begin + 1);
    if (end == std::string_view::npos)
      break;
    result.emplace_back(advice.substr(begin + 1, end - begin - 1));
    begin = end + 1;
  }
  return result;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

bool touches(base::span a, base::span b) {
  return a.begin <= b.end && b.begin <= a.end;
}

// ---- blocks

struct block {
  std::string_view noun;
  base::span at;
};

std::string_view noun_of(outline_item::kind is) {
  using kind = outline_item::kind;
  switch (is) {
  case kind::contract: return "contract";
  case kind::sku:
  case kind::quote: return "sku";
  case kind::restriction: return "restriction";
  case kind::rule: return "rule";
  case kind::test: return "test";
  default: return {};
  }
}

// From the outermost to the innermost that holds the place.
void add_blocks(const std::vector<outline_item>& all, base::span at, std::vector<block>& to) {
  for (const auto& each : all)
    if (each.at.begin <= at.begin && at.end <= each.at.end) {
      to.push_back({noun_of(each.is), each.at});
      add_blocks(each.children, at, to);
    }
}

// The innermost block whose clauses may start with the word.
std::optional<block> home_of(const analysis& in, base::span at, std::string_view word) {
  std::vector<block> all;
  add_blocks(outline_of(in.tree()), at, all);
  const auto found = std::find_if(all.rbegin(), all.rend(),
                                  [&](const block& each) { return find_keyword(each.noun, word) != nullptr; });
  return found == all.rend() ? std::nullopt : std::optional(*found);
}

// ---- edits

std::string_view indent_of_line(std::string_view text, std::size_t offset) {
  const auto begin = text.rfind('\n', offset) + 1; // npos + 1 is 0
  const auto end = text.find_first_not_of(" \t", begin);
  return text.substr(begin, std::min(end, text.size()) - begin);
}

// Before the brace that closes the block: on a line of its own where the brace has one.
edit at_end_of(const analysis& in, base::span block, std::string_view clause) {
  const auto text = in.text();
  const std::size_t brace = block.end - 1;
  const auto before = text.find_last_not_of(" \t\r", brace - 1);
  const auto indent = indent_of_line(text, brace - 1);
  const auto place = [&](std::size_t at) {
    const auto offset = static_cast<std::uint32_t>(at);
    return base::span{in.source(), offset, offset};
  };
  if (text[before] == '\n')
    return {place(before + 1), fmt::format("{}  {}\n", indent, clause)};
  return {place(before + 1), fmt::format("{} {}", text[before] == '{' ? "" : ";", clause)};
}

std::optional<edit> insertion(const analysis& in, const remark& of, const std::string& clause) {
  if (of.help.find("at the top of the file") != std::string::npos)
    return edit{{in.source(), 0, 0}, clause + "\n\n"};
  const auto home = home_of(in, of.at, first_word(clause));
  if (!home)
    return edit{{in.source(), of.at.end, of.at.end}, " " + clause};
  if (in.text()[home->at.end - 1] != '}')
    return std::nullopt; // it is not closed yet
  return at_end_of(in, home->at, clause);
}

// "a 'price' clause" names the clause only: it is inserted in its form.
std::string in_full(const analysis& in, const remark& of, const std::string& clause) {
  const auto home = home_of(in, of.at, clause);
  const auto* known = home ? find_keyword(home->noun, clause) : nullptr;
  return known == nullptr ? clause : std::string(known->form);
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z');
}

// Whether a word in capitals stands for what only the writer knows: PRICE, SKU, YYYY. USD is what it says, and
// so is what stands in quotes.
bool has_placeholder(std::string_view clause) {
  bool quoted = false;
  for (std::size_t i = 0, end = 0; i < clause.size(); i = end) {
    end = i + 1;
    if (clause[i] == '"')
      quoted = !quoted;
    if (quoted || !is_letter(clause[i]))
      continue;
    while (end < clause.size() && is_letter(clause[end]))
      ++end;
    const auto word = clause.substr(i, end - i);
    if (std::ranges::all_of(word, is_capital) && !base::minor_unit(word))
      return true;
  }
  return false;
}

void add_insertions(const analysis& in, const remark& of, std::vector<quick_fix>& to) {
  auto clauses = quoted_parts(of.help);
  if (clauses.empty())
    return;
  if (of.help.starts_with("add a '"))
    clauses = {in_full(in, of, clauses.front())};
  for (const auto& clause : clauses)
    if (first_word(clause) == first_word(clauses.front()) && !has_placeholder(clause))
      if (auto change = insertion(in, of, clause))
        to.push_back({fmt::format("add '{}'", clause), std::move(*change), of});
}

void add_replacement(const analysis& in, const remark& of, std::vector<quick_fix>& to) {
  const auto meant = quoted_parts(of.help.substr(of.help.find("did you mean"))).front();
  const bool text = in.sources.text(of.at).starts_with('"') && !meant.starts_with('"');
  to.push_back(
      {fmt::format("replace by '{}'", meant), {of.at, text ? fmt::format("\"{}\"", meant) : meant}, of});
}

} // namespace

std::vector<quick_fix> fixes_of(const analysis& in, base::span range) {
  std::vector<quick_fix> result;
  for (const auto& each : remarks_of(in)) {
    if (!touches(each.at, range))
      continue;
    if (each.help.find("did you mean '") != std::string::npos)
      add_replacement(in, each, result);
    else if (each.help.starts_with("add "))
      add_insertions(in, each, result);
  }
  return result;
}

} // namespace proviso::editor
