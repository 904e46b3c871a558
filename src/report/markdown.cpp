// For a comment on a pull request: what was found, as a table a contract. Nothing of an input is markup, a link
// or a mention there.
#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/markdown_text.hpp"
#include "report/place.hpp"
#include "report/text_parts.hpp"

#include <fmt/format.h>

namespace proviso::report {

namespace markdown {

std::string plain(std::string_view foreign) {
  constexpr std::string_view special = "\\`*_[]<>#|~&@:$!{}()\"'";
  std::string result;
  for (const char c : base::harmless(foreign)) {
    const bool address = c == '.' && (result.ends_with('w') || result.ends_with('W')); // www. becomes a link
    if (c == '\n' || c == '\t')
      result += ' ';
    else if (address || special.find(c) != std::string_view::npos)
      result += fmt::format("&#{};", static_cast<int>(c));
    else
      result += c;
  }
  return result;
}

} // namespace markdown

namespace {

using markdown::plain;

constexpr std::size_t most_rows = 100; // a comment has an end: the rest is counted

std::string row(const checking::finding& f, const contract_report& in, const base::sources& from) {
  const auto at = first_place(f, from);
  const auto where = at ? fmt::format("{}:{}", at->file, at->start.line) : in.file;
  const auto fix = f.fix.empty() ? std::string() : fmt::format("<br>fix: {}", plain(f.fix));
  const auto cost =
      f.cost ? fmt::format("<br>cost: {}", plain(text::money(*f.cost, in.contract()))) : std::string();
  return fmt::format("| {} | {} | {} | {}{}{} |\n", standing_of(f), plain(f.rule), plain(where),
                     plain(said_of(f)), cost, fix);
}

std::string table(const contract_report& of, const base::sources& from) {
  if (of.findings.empty())
    return "Nothing found.\n";
  std::string result = "| | rule | where | what |\n|---|---|---|---|\n";
  std::size_t rows = 0;
  for (const auto& f : of.findings)
    if (rows++ < most_rows)
      result += row(f, of, from);
  if (rows > most_rows)
    result += fmt::format("\nand {} more\n", rows - most_rows);
  return result;
}

} // namespace

std::string to_markdown(const report& all) {
  std::string result;
  for (const auto& contract : all.contracts)
    result += fmt::format("{}### {}: {}\n\n{}, as of {}\n\n{}", result.empty() ? "" : "\n",
                          plain(contract.contract().name), plain(contract.contract().title),
                          text::counts(count(contract.findings)), base::to_string(all.as_of),
                          table(contract, *all.sources));
  return result;
}

} // namespace proviso::report
