#include "base/markdown.hpp"
#include "report/savings.hpp"
#include "report/savings_words.hpp"
#include "report/text_parts.hpp"
#include "savings/clause.hpp"

#include <fmt/format.h>

namespace proviso::report {
namespace {

using base::markdown;

std::string steps(const savings::advice& of, const model::contract& in) {
  std::string text = "| step | saves | when | what binds it |\n|---|---:|---|---|\n";
  for (const auto& step : of.steps)
    text += fmt::format("| {} | {} | {} | {} |\n", title_of(step.kind), text::amount(step.saves, in),
                        when_of(step), markdown(binds_of(step)));
  return text + fmt::format("| **together** | **{}** | | |\n", text::amount(of.saving(), in));
}

std::string purchase(const savings::advice& of, const model::contract& in) {
  std::string text = "\n| buy | from | quantity | written | cost |\n|---|---|---:|---:|---:|\n";
  for (const auto& row : purchase_of(of))
    text += fmt::format("| {} | {} | {} | {} | {} |\n", markdown(row.sku), base::to_string(row.start),
                        base::grouped(row.quantity), row.quote ? "quote" : base::grouped(row.written),
                        text::amount(row.cost, in));
  return text;
}

std::string moves(const savings::advice& of) {
  std::string text;
  for (const auto& row : moves_of(of))
    text += fmt::format("| {} | {} | {} | {} | {} |\n", markdown(row.population),
                        row.login_days < 0 ? "all others" : std::to_string(row.login_days),
                        base::grouped(row.users), markdown(row.from), markdown(row.to));
  return text.empty() ? "" : "\n| move | login days | users | from | to |\n|---|---:|---:|---|---|\n" + text;
}

std::string others(const savings::advice& of, const model::contract& in) {
  std::string text = "\n| other ways | cost |\n|---|---:|\n";
  for (const auto& each : of.alternatives)
    text +=
        fmt::format("| {} | {} |\n", markdown(each.name), each.cost ? text::amount(*each.cost, in) : "unknown");
  return text;
}

// Indented, as no text can end such a block.
std::string clause(const savings::advice& of) {
  const auto words = savings::as_clause(of);
  return words.empty() ? "" : "\n    " + text::paragraph(words.substr(0, words.size() - 1), 4) + '\n';
}

} // namespace

std::string savings_to_markdown(const report& all) {
  std::string text;
  for (const auto& each : all.contracts) {
    const auto& in = each.contract();
    text += fmt::format("{}### {}: {}\n\n", text.empty() ? "" : "\n", markdown(in.name), markdown(in.title));
    if (!each.saved) {
      text += fmt::format("Savings are undetermined: {}\n", markdown(each.unsaved));
      continue;
    }
    const auto& of = *each.saved;
    text += fmt::format("Saves {} of {}, as of {}; {}\n\n", markdown(text::money(of.saving(), in)),
                        markdown(text::amount(of.start.start.cost(), in)), base::to_string(all.as_of),
                        markdown(certainty_of(of, in)));
    text += steps(of, in) + purchase(of, in) + moves(of) + others(of, in) + clause(of);
  }
  return text;
}

} // namespace proviso::report
