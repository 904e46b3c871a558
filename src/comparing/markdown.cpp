// For a pull request or a mail: tables. Nothing of an input is taken for Markdown or HTML.
#include "base/markdown.hpp"
#include "comparing/wording.hpp"

#include <fmt/format.h>

namespace proviso::comparing {
namespace {

using base::markdown;

std::string costs(const comparison& of) {
  auto text = fmt::format("\n| {} | year | A | B |\n|---|---:|---:|---:|\n",
                          markdown(of.a.metered->contract->currency));
  for (const auto& line : of.costs)
    text += fmt::format("| {} | {} | {} | {} |\n", line.sku.empty() ? "commitment" : markdown(line.sku),
                        line.year, amount(of, line.a), amount(of, line.b));
  text += fmt::format("| **total** | | **{}** | **{}** |\n", amount(of, of.cost_a), amount(of, of.cost_b));
  if (!of.same_term() && of.measured)
    text += fmt::format("| **until {}** | | **{}** | **{}** |\n", base::to_string(of.measured->days.last),
                        amount(of, of.measured->a), amount(of, of.measured->b));
  return text;
}

std::string renewals(const comparison& of) {
  if (of.renewals.empty())
    return {};
  auto text = fmt::format("\n| after renewal, {} a month at most | A | B |\n|---|---:|---:|\n",
                          markdown(of.a.metered->contract->currency));
  for (const auto& line : of.renewals)
    text += fmt::format("| {} | {} | {} |\n", markdown(line.sku), amount(of, line.a), amount(of, line.b));
  return text;
}

std::string clauses(const comparison& of) {
  if (of.clauses.empty())
    return "\nNo clause differs.\n";
  std::string text = "\n| clause | A | B | better |\n|---|---|---|---|\n";
  for (const auto& one : of.clauses)
    text += fmt::format("| {}{} | {} | {} | {} |\n", markdown(name_of_owner(one.which)),
                        one.which.keyword.empty() ? "" : ", " + markdown(one.which.keyword),
                        markdown(words_of(one.a)), markdown(words_of(one.b)), markdown(verdict_on(of, one)));
  return text;
}

std::string findings(std::string_view title, const std::vector<const checking::finding*>& all) {
  std::string text = all.empty() ? "" : fmt::format("\n**{}**\n\n", title);
  for (const auto& one : words_of(all))
    text += fmt::format("- {}\n", markdown(one));
  return text;
}

std::string findings_that_differ(const comparison& of) {
  if (of.findings.differ.empty())
    return {};
  std::string text = "\n**Findings that differ**\n\n| A | B |\n|---|---|\n";
  for (const auto& [a, b] : words_of(of.findings.differ))
    text += fmt::format("| {} | {} |\n", markdown(a), markdown(b));
  return text;
}

} // namespace

std::string to_markdown(const comparison& of) {
  auto text = fmt::format("**A** {}, **B** {}, {}, as of {}\n", markdown(of.a.label), markdown(of.b.label),
                          usage_of(of, [](std::string_view file) { return markdown(file); }),
                          base::to_string(of.as_of));
  text += costs(of) + renewals(of) + clauses(of) + findings("Findings of A alone", of.findings.lost) +
          findings("Findings of B alone", of.findings.gained) + findings_that_differ(of);
  text += fmt::format("\n**{}**\n\n", markdown(verdict_on_cost(of)));
  for (const auto& line : verdict_on_flips(of))
    text += fmt::format("- {}\n", markdown(line));
  return text;
}

} // namespace proviso::comparing
