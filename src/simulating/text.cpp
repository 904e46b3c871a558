#include "base/text.hpp"
#include "report/usage.hpp"
#include "simulating/formats.hpp"
#include "simulating/wording.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::simulating {
namespace {

std::string entry(std::string_view label, std::string_view value) {
  return fmt::format("  {:<8}  {}\n", label, base::harmless(value));
}

std::string opening(const simulation& of, const occasion& when) {
  const auto& contract = *of.of->contract;
  auto text = base::harmless(fmt::format("{}: {}", contract.name, contract.title)) + '\n';
  text += entry("plan", when.plan_file.empty() ? "none: what was observed" : when.plan_file);
  text += entry("as of", base::to_string(when.as_of));
  text += entry("drawn", fmt::format("{} runs from seed {}", base::grouped(of.asked.runs), of.asked.seed));
  for (const auto& line : of.assumed)
    text += entry(&line == of.assumed.data() ? "assumed" : "", line);
  return text;
}

// ---- when

std::string window_line(const simulation& of, const window_outcome& one) {
  auto text = fmt::format("  {}  {:>16}", base::to_string(one.days),
                          chance(one.exceeded, of.asked.runs, one.undecided));
  if (one.when)
    text += fmt::format("  {}  {}  {}", base::to_string(one.when->early), base::to_string(one.when->middle),
                        base::to_string(one.when->late));
  return text + '\n';
}

std::string pool_text(const simulation& of, const pool_outcome& pool) {
  const bool blocked = std::ranges::any_of(pool.windows, &window_outcome::blocked);
  const bool begun = of.asked.today > of.of->contract->months.term().first;
  auto text = fmt::format(
      "\n{} {} in {} of runs{}\n", base::harmless(pool.sku->name), blocked ? "is locked out" : "runs out",
      chance(pool.any, of.asked.runs, pool.undecided), begun ? ", in windows that are not over" : "");
  text += fmt::format("  {:<22}  {:>16}  {:<10}  {:<10}  {:<10}\n", "window",
                      blocked ? "locked out" : "runs out", "5%", "middle", "95%");
  for (const auto& one : pool.windows)
    text += window_line(of, one);
  return text + fmt::format("  by month  {}\n", report::sparkline(pool.by_month));
}

std::string ceilings(const simulation& of) {
  std::string text = of.ceilings.empty() ? "" : "\n";
  for (const auto& one : of.ceilings)
    text += sentence_on(of, one) + '\n';
  return text;
}

// ---- how much

std::string costs(const simulation& of) {
  const auto& currency = of.of->contract->currency;
  if (!of.cost)
    return fmt::format("\nCost in {}: unknown\n  missing: {}\n", currency, of.cost.why().missing);
  auto text = fmt::format("\nCost in {}\n", currency);
  std::size_t width = 0;
  for (const auto& line : cost_lines(*of.cost))
    width = std::max(width, amount(of, line.cost).size());
  for (const auto& line : cost_lines(*of.cost))
    text += fmt::format("  {:<5}  {:>{}}\n", line.label, amount(of, line.cost), width);
  return text;
}

constexpr std::size_t rows_of_chart = 12;

// "████": from one mark at the least cost to twenty at the most.
std::string bar(const base::rational& cost, const base::rational& least, const base::rational& most) {
  constexpr int longest = 20;
  int length = 1;
  if (most > least)
    length += static_cast<int>(
        ((cost - least) * base::rational(longest - 1) / (most - least)).floor().whole().value_or(0));
  std::string result;
  for (int i = 0; i < longest; ++i)
    result += i < length ? "█" : " ";
  return result;
}

std::string chart(const simulation& of, const sizing& one) {
  const auto rows = thinned(one.curve, rows_of_chart);
  if (rows.size() < 2 || !rows.front().mean_cost)
    return {};
  auto least = *rows.front().mean_cost;
  auto most = least;
  for (const auto& row : rows) {
    least = base::smaller(least, *row.mean_cost);
    most = base::larger(most, *row.mean_cost);
  }
  std::string text = "  cost against quantity\n";
  for (const auto& row : rows)
    text +=
        fmt::format("  {:>14}  {}  {:>16}  {:>8}\n", base::grouped(row.quantity),
                    bar(*row.mean_cost, least, most), amount(of, row.mean_cost), chance(row.over, one.runs));
  return text;
}

std::string sizing_text(const simulation& of, const pool_outcome& pool, const sizing& one) {
  auto text = fmt::format("\nQuantity of {} in {}, its cost in {} on average of {} runs\n",
                          base::harmless(pool.sku->name), base::to_string(one.days), of.of->contract->currency,
                          base::grouped(one.runs));
  text += fmt::format("  {:<14}  {:>12}  {:>16}  {:>8}\n", "", "quantity", "cost", "runs out");
  for (const auto& line : lines_of(of, one))
    text += line.found ? fmt::format("  {:<14}  {:>12}  {:>16}  {:>8}\n", line.label,
                                     base::grouped(line.found->quantity), amount(of, line.found->mean_cost),
                                     chance(line.found->over, one.runs))
                       : fmt::format("  {:<14}  unknown: {}\n", line.label, line.found.why().missing);
  return text + chart(of, one);
}

std::string quantities(const simulation& of) {
  std::string text;
  for (const auto& pool : of.pools) {
    if (!pool.sizings)
      text += fmt::format("\nQuantity of {}: unknown\n  missing: {}\n", base::harmless(pool.sku->name),
                          pool.sizings.why().missing);
    else
      for (const auto& one : *pool.sizings)
        text += sizing_text(of, pool, one);
  }
  return text;
}

} // namespace

std::string to_text(const simulation& of, const occasion& when) {
  auto text = opening(of, when);
  for (const auto& pool : of.pools)
    text += pool_text(of, pool);
  return text + ceilings(of) + costs(of) + quantities(of);
}

} // namespace proviso::simulating
