// For a comment on a pull request: what was found, as a table a contract. Nothing of an input is markup, a link
// or a mention there.
#include "base/markdown.hpp"
#include "report/formats.hpp"
#include "report/observed.hpp"
#include "report/place.hpp"
#include "report/savings.hpp"
#include "report/savings_words.hpp"
#include "report/text_parts.hpp"

#include <fmt/format.h>

namespace proviso::report {
namespace {

using base::markdown;

constexpr std::size_t most_rows = 100; // a comment has an end: the rest is counted

std::string row(const checking::finding& f, const contract_report& in, const base::sources& from) {
  const auto at = first_place(f, from);
  const auto where = at ? fmt::format("{}:{}", at->file, at->start.line) : in.file;
  const auto fix = f.fix.empty() ? std::string() : fmt::format("<br>fix: {}", markdown(f.fix));
  const auto cost =
      f.cost ? fmt::format("<br>cost: {}", markdown(text::money(*f.cost, in.contract()))) : std::string();
  return fmt::format("| {} | {} | {} | {}{}{} |\n", standing_of(f), markdown(f.rule), markdown(where),
                     markdown(said_of(f)), cost, fix);
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

// What to buy instead, where it was asked for.
std::string recommended(const contract_report& of) {
  if (!of.unsaved.empty())
    return fmt::format("\nSavings are undetermined: {}\n", markdown(of.unsaved));
  if (of.saved == nullptr)
    return {};
  return fmt::format("\nRecommended: {}; {}\n{}\nSteps, moves and a clause to paste: proviso optimize {}\n",
                     markdown(verdict_of(*of.saved, of.contract())),
                     markdown(certainty_of(*of.saved, of.contract())),
                     purchase_to_markdown(*of.saved, of.contract()), markdown(of.file));
}

std::string notes(std::string_view label, const std::vector<std::string>& all) {
  std::string result;
  for (const auto& each : all)
    result += fmt::format("- {}: {}\n", label, markdown(each));
  return result;
}

// What the figures rest on.
std::string grounds(const contract_report& of) {
  const auto result = notes("logins", observed(of)) + notes("assumed", assumptions(of));
  return result.empty() ? result : "\n" + result;
}

} // namespace

std::string to_markdown(const report& all) {
  std::string result;
  for (const auto& contract : all.contracts)
    result += fmt::format("{}### {}: {}\n\n{}, as of {}\n\n{}{}{}", result.empty() ? "" : "\n",
                          markdown(contract.contract().name), markdown(contract.contract().title),
                          text::counts(count(contract)), base::to_string(all.as_of),
                          table(contract, *all.sources), grounds(contract), recommended(contract));
  return result;
}

} // namespace proviso::report
