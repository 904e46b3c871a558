#include "base/markdown.hpp"
#include "base/text.hpp"
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
    text += fmt::format("| {} | {} | {} | {} |\n", title_of(step.kind), saves_of(step, in), when_of(step),
                        markdown(binds_of(step)));
  return text + fmt::format("| **together** | **{}** | | |\n", text::amount(of.saving(), in));
}

std::string moves(const savings::advice& of) {
  std::string text;
  for (const auto& row : moves_of(of))
    text += fmt::format("| {} | {} | {} | {} | {} |\n", markdown(row.population),
                        row.whole            ? "all"
                        : row.login_days < 0 ? "all others"
                                             : std::to_string(row.login_days),
                        base::grouped(row.users), markdown(row.from), markdown(row.to));
  return text.empty() ? "" : "\n| move | login days | users | from | to |\n|---|---:|---:|---|---|\n" + text;
}

std::string known_or_not(const base::known<base::rational>& value, const model::contract& in) {
  return value ? text::amount(*value, in) : "unknown: needs " + markdown(value.why().missing);
}

std::string others(const savings::advice& of, const model::contract& in) {
  std::string text = "\n| other ways | cost |\n|---|---:|\n";
  for (const auto& each : of.alternatives)
    text += fmt::format("| {} | {} |\n", markdown(each.name), known_or_not(each.cost, in));
  return text;
}

std::string break_evens(const savings::advice& of) {
  std::string text;
  for (const auto& each : of.break_evens)
    text += fmt::format("| {} | {} | {} |\n", each.login_days.fixed(2),
                        markdown(of.in->offers()[each.members].sku->name),
                        markdown(of.in->offers()[each.logins].sku->name));
  return text.empty() ? "" : "\n| beyond login days a month | costs less | than |\n|---:|---|---|\n" + text;
}

std::string what_ifs(const savings::advice& of, const model::contract& in) {
  std::string text;
  for (const auto& each : of.what_ifs)
    text += fmt::format("| {} | {} | {} |\n", markdown(each.clause),
                        each.written ? written_of(each, in) : known_or_not(each.written, in),
                        each.least ? cheapest_of(each, in) + markdown(doubt_of(each))
                                   : known_or_not(each.least, in));
  return text.empty() ? "" : "\n| what if | as written | cheapest |\n|---|---:|---:|\n" + text;
}

std::string levers(const savings::advice& of, const model::contract& in) {
  std::string text;
  for (const auto& each : of.levers)
    text += fmt::format("| {} | {}{} |\n", markdown(each.name), known_or_not(each.worth, in),
                        each.between ? fmt::format("; not proven, {}", range_of(*each.between, in)) : "");
  return text.empty() ? "" : "\n| in a negotiation, each alone | worth |\n|---|---:|\n" + text;
}

std::string turns(const savings::advice& of) {
  std::string text;
  for (const auto& each : of.turns)
    text +=
        each.missing.empty()
            ? fmt::format("| {} | {} | {} | {} | {} | {} |\n", markdown(each.what),
                          each.now.fixed(each.decimals, true), below_of(each, each.purchase_below),
                          above_of(each, each.purchase_above), below_of(each, each.below),
                          above_of(each, each.above))
            : fmt::format("| {} | unknown: needs {} | | | | |\n", markdown(each.what), markdown(each.missing));
  return text.empty()
             ? ""
             : "\n| the advice turns, each alone | now | other numbers bought or moving, below | above | "
               "other users moving, below | above |\n"
               "|---|---:|---:|---:|---:|---:|\n" +
                   text;
}

// Of blocks: a row of number signs would be a heading.
std::string bar(std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i)
    text += "▇";
  return text;
}

std::string chart(const savings::advice& of, const model::contract& in) {
  const auto drawn = chart_of(of, in);
  if (drawn.rows.empty())
    return {};
  auto text = fmt::format("\n| {} from {} | cost | |\n|---:|---:|---|\n", markdown(drawn.sku),
                          base::to_string(drawn.start));
  for (const auto& row : drawn.rows)
    text += fmt::format("| {} | {} | {}{} |\n", base::grouped(row.quantity),
                        row.cost ? text::amount(*row.cost, in) : "does not serve", bar(row.bar),
                        row.chosen ? " recommended" : "");
  return text;
}

// Indented, as no text can end such a block.
std::string clause(const savings::advice& of) {
  const auto words = savings::as_clause(of);
  return words.empty() ? "" : "\n    " + text::paragraph(words.substr(0, words.size() - 1), 4) + '\n';
}

} // namespace

namespace {

// "1,000", "quote", "quote, with the pack of 480 on 2027-11-10"
std::string written_of(const purchase_row& row) {
  const auto words = origin_of(row);
  return words.substr(row.quote ? 2 : std::string_view("written: ").size());
}

} // namespace

std::string purchase_to_markdown(const savings::advice& of, const model::contract& in) {
  std::string text = "\n| buy | from | quantity | written | cost |\n|---|---|---:|---:|---:|\n";
  for (const auto& row : purchase_of(of))
    text += fmt::format("| {} | {} | {} | {} | {} |\n", markdown(row.sku), base::to_string(row.start),
                        base::grouped(row.quantity), written_of(row), text::amount(row.cost, in));
  return text;
}

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
    text += steps(of, in) + purchase_to_markdown(of, in) + moves(of) + break_evens(of) + others(of, in) +
            what_ifs(of, in) + levers(of, in) + turns(of) + chart(of, in) + clause(of);
  }
  return text;
}

} // namespace proviso::report
