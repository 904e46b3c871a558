// For a pull request or a mail: tables. Nothing of an input is taken for Markdown or HTML.
#include "base/markdown.hpp"
#include "simulating/formats.hpp"
#include "simulating/wording.hpp"

#include <fmt/format.h>

namespace proviso::simulating {
namespace {

using base::markdown;

std::string windows(const simulation& of, const pool_outcome& pool) {
  auto text = fmt::format("\n**{}** runs out in {} of runs\n\n| window | runs out | 5% | middle | 95% |\n"
                          "|---|---:|---|---|---|\n",
                          markdown(pool.sku->name), chance(pool.any, of.asked.runs, pool.undecided));
  for (const auto& one : pool.windows) {
    const auto day = [&](base::day day_range::*which) {
      return one.when ? base::to_string((*one.when).*which) : std::string();
    };
    text += fmt::format("| {} | {} | {} | {} | {} |\n", base::to_string(one.days),
                        chance(one.exceeded, of.asked.runs, one.undecided), day(&day_range::early),
                        day(&day_range::middle), day(&day_range::late));
  }
  return text;
}

std::string costs(const simulation& of) {
  if (!of.cost)
    return fmt::format("\nCost: unknown, missing {}\n", markdown(of.cost.why().missing));
  auto text = fmt::format("\n| cost | {} |\n|---|---:|\n", of.of->contract->currency);
  for (const auto& line : cost_lines(*of.cost))
    text += fmt::format("| {} | {} |\n", line.label, amount(of, line.cost));
  return text;
}

std::string sizing_table(const simulation& of, const pool_outcome& pool, const sizing& one) {
  auto text = fmt::format("\n| {} in {} | quantity | cost in {} | runs out |\n|---|---:|---:|---:|\n",
                          markdown(pool.sku->name), base::to_string(one.days), of.of->contract->currency);
  for (const auto& line : lines_of(of, one))
    text += line.found
                ? fmt::format("| {} | {} | {} | {} |\n", line.label, base::grouped(line.found->quantity),
                              amount(of, line.found->mean_cost), chance(line.found->over, one.runs))
                : fmt::format("| {} | unknown | {} | |\n", line.label, markdown(line.found.why().missing));
  return text;
}

std::string quantities(const simulation& of, const pool_outcome& pool) {
  if (!pool.sizings)
    return fmt::format("\nQuantity of {}: unknown, missing {}\n", markdown(pool.sku->name),
                       markdown(pool.sizings.why().missing));
  std::string text;
  for (const auto& one : *pool.sizings)
    text += sizing_table(of, pool, one);
  return text;
}

} // namespace

std::string to_markdown(const simulation& of, const occasion& when) {
  auto text = fmt::format("**{}**: {} runs from seed {}, {}, as of {}\n\n", markdown(of.of->contract->name),
                          base::grouped(of.asked.runs), of.asked.seed,
                          when.plan_file.empty() ? "of what was observed" : "under " + markdown(when.plan_file),
                          base::to_string(when.as_of));
  for (const auto& line : of.assumed)
    text += fmt::format("- {}\n", markdown(line));
  for (const auto& pool : of.pools)
    text += windows(of, pool);
  text += of.ceilings.empty() ? "" : "\n";
  for (const auto& one : of.ceilings)
    text += fmt::format("- {}\n", markdown(sentence_on(of, one)));
  text += costs(of);
  for (const auto& pool : of.pools)
    text += quantities(of, pool);
  return text;
}

} // namespace proviso::simulating
