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

base::known<base::rational> change(const base::known<base::rational>& a, const base::known<base::rational>& b) {
  return a && b ? base::known<base::rational>(*b - *a) : base::known<base::rational>();
}

std::vector<cells> cost_cells(const comparison& of) {
  std::vector<cells> rows{{"", "year", "A", "B", "B - A"}};
  for (const auto& line : of.costs)
    rows.push_back({line.sku.empty() ? "commitment" : line.sku, std::to_string(line.year), amount(of, line.a),
                    amount(of, line.b), amount(of, change(line.a, line.b))});
  rows.push_back(
      {"total", "", amount(of, of.cost_a), amount(of, of.cost_b), amount(of, change(of.cost_a, of.cost_b))});
  return rows;
}

std::string costs(const comparison& of) {
  const auto rows = cost_cells(of);
  std::size_t name = 0;
  std::size_t figure = 0;
  for (const auto& row : rows) {
    name = std::max(name, row.name.size());
    figure = std::max({figure, row.a.size(), row.b.size(), row.change.size()});
  }
  auto text = fmt::format("\nCost in {}\n", of.a.metered->contract->currency);
  for (const auto& row : rows)
    text += fmt::format("  {:<{}}  {:>4}  {:>{}}  {:>{}}  {:>{}}\n", row.name, name, row.year, row.a, figure,
                        row.b, figure, row.change, figure);
  return text;
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

std::string verdict(const comparison& of) {
  auto text = fmt::format("\nBetter\n  {}\n", verdict_on_cost(of));
  for (const auto& line : verdict_on_flips(of))
    text += fmt::format("  {}\n", line);
  return text;
}

} // namespace

std::string to_text(const comparison& of) {
  return opening(of) + costs(of) + clauses(of) + findings("Findings of A alone", of.lost) +
         findings("Findings of B alone", of.gained) + verdict(of);
}

} // namespace proviso::comparing
