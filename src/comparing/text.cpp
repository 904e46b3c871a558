#include "base/text.hpp"
#include "comparing/wording.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ranges>

namespace proviso::comparing {
namespace {

std::string opening(const comparison& of) {
  return fmt::format("A  {}\nB  {}\n   {}, as of {}\n", base::harmless(of.a.label), base::harmless(of.b.label),
                     usage_of(of, [](std::string_view file) { return base::harmless(file); }),
                     base::to_string(of.as_of));
}

struct cells {
  std::string name;
  std::string year;
  std::string a;
  std::string b;
  std::string change;
};

// Of other days there is no difference to tell.
std::string change(const comparison& of, const cost_line& line) {
  return line.same_days ? amount(of, line.change()) : "";
}

std::string total_change(const comparison& of) {
  if (!of.same_term())
    return {};
  return of.measured ? amount(of, of.measured->b - of.measured->a) : "unknown";
}

std::vector<cells> cost_cells(const comparison& of) {
  std::vector<cells> rows{{"", "year", "A", "B", "B - A"}};
  for (const auto& line : of.costs)
    rows.push_back({line.sku.empty() ? "commitment" : line.sku, std::to_string(line.year), amount(of, line.a),
                    amount(of, line.b), change(of, line)});
  rows.push_back({"total", "", amount(of, of.cost_a), amount(of, of.cost_b), total_change(of)});
  if (!of.same_term() && of.measured)
    rows.push_back({"until " + base::to_string(of.measured->days.last), "", amount(of, of.measured->a),
                    amount(of, of.measured->b), amount(of, of.measured->b - of.measured->a)});
  return rows;
}

std::vector<cells> renewal_cells(const comparison& of) {
  std::vector<cells> rows{{"", "", "A", "B", "B - A"}};
  for (const auto& line : of.renewals)
    rows.push_back(
        {line.sku, "", amount(of, line.a), amount(of, line.b), line.change() ? amount(of, line.change()) : ""});
  return rows;
}

std::string table(const std::vector<cells>& rows) {
  std::size_t name = 0;
  std::size_t year = 0;
  std::size_t figure = 0;
  for (const auto& row : rows) {
    name = std::max(name, row.name.size());
    year = std::max(year, row.year.size());
    figure = std::max({figure, row.a.size(), row.b.size(), row.change.size()});
  }
  std::string text;
  for (const auto& row : rows) {
    auto line = fmt::format("  {:<{}}  {:>{}}{}{:>{}}  {:>{}}  {:>{}}", row.name, name, row.year, year,
                            year == 0 ? "" : "  ", row.a, figure, row.b, figure, row.change, figure);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

std::string costs(const comparison& of) {
  return fmt::format("\nCost in {}\n", of.a.metered->contract->currency) + table(cost_cells(of));
}

std::string renewals(const comparison& of) {
  if (of.renewals.empty())
    return {};
  return fmt::format("\nAfter renewal, in {} a month at most\n", of.a.metered->contract->currency) +
         table(renewal_cells(of));
}

std::string clauses(const comparison& of) {
  std::string text = "\nClauses that differ\n";
  std::string owner;
  for (const auto& one : of.clauses) {
    if (auto name = name_of_owner(one.which); name != owner) {
      owner = std::move(name);
      text += fmt::format("  {}\n", base::harmless(owner));
    }
    text += fmt::format("    {}\n", one.which.keyword.empty() ? "as a whole" : one.which.keyword);
    text += fmt::format("      A  {}\n      B  {}\n", words_of(one.a), words_of(one.b));
    if (const auto verdict = verdict_on(of, one); !verdict.empty())
      text += fmt::format("      =  {}\n", verdict);
  }
  return of.clauses.empty() ? "\nNo clause differs\n" : text;
}

std::string findings(std::string_view title, const std::vector<const checking::finding*>& all) {
  std::string text = all.empty() ? "" : fmt::format("\n{}\n", title);
  for (const auto& one : words_of(all))
    text += fmt::format("  {}\n", one);
  return text;
}

std::string findings_that_differ(const comparison& of) {
  std::string text = of.findings.differ.empty() ? "" : "\nFindings that differ\n";
  for (const auto& [a, b] : words_of(of.findings.differ))
    text += fmt::format("  A  {}\n  B  {}\n", a, b);
  return text;
}

std::string verdict(const comparison& of) {
  auto text = fmt::format("\nBetter\n  {}\n", verdict_on_cost(of));
  for (const auto& line : verdict_on_flips(of))
    text += fmt::format("  {}\n", line);
  return text;
}

} // namespace

std::string to_text(const comparison& of) {
  return opening(of) + costs(of) + renewals(of) + clauses(of) +
         findings("Findings of A alone", of.findings.lost) +
         findings("Findings of B alone", of.findings.gained) + findings_that_differ(of) + verdict(of);
}

} // namespace proviso::comparing
