#include "report/savings.hpp"
#include "report/savings_words.hpp"
#include "report/text_parts.hpp"
#include "savings/clause.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::report {
namespace {

using text::amount;
using text::line;
using text::money;

std::string verdict(const savings::advice& of, const model::contract& in, bool colour) {
  return fmt::format("{}\n  {}\n", text::painted("  " + verdict_of(of, in), text::tone::strong, colour),
                     certainty_of(of, in));
}

std::string additions(const savings::advice& of, const model::contract& in) {
  std::string text;
  for (const auto& each : of.start.additions) {
    const auto& offer = of.in->offers()[each.offer];
    const auto& month = of.in->everything().months[offer.stretches[each.stretch].first_month];
    text += fmt::format("  {} more of {}{} are counted in first: as written it cannot serve this plan\n",
                        base::grouped(each.quantity), offer.sku->name,
                        offer.stretches.size() > 1 ? " from " + base::to_string(month.days.first) : "");
  }
  for (const auto p : of.start.resettled)
    text +=
        fmt::format("  '{}' is counted at {}: its own license does not offer {}\n", line(of.who->all[p].name()),
                    of.in->offers()[of.start.start.bought.homes[p]].sku->name, line(of.who->all[p].lacking));
  if (!text.empty())
    text +=
        fmt::format("  as written {}, with that {}\n", money(of.written, in), money(of.start.start.cost(), in));
  return text;
}

std::string ended(std::string words) {
  words.erase(words.find_last_not_of(' ') + 1);
  return words + '\n';
}

std::string steps(const savings::advice& of, const model::contract& in) {
  auto width = amount(of.saving(), in).size();
  for (const auto& step : of.steps)
    width = std::max(width, saves_of(step, in).size());
  std::string text = "\nSteps\n";
  for (const auto& step : of.steps)
    text += ended(fmt::format("  {:<38}  {:>{}}  {:<10}  {}", title_of(step.kind), saves_of(step, in), width,
                              when_of(step), binds_of(step)));
  text += fmt::format("  {:<38}  {:>{}}\n", "together", amount(of.saving(), in), width);
  return text;
}

std::string purchase(const savings::advice& of, const model::contract& in) {
  std::string text = "\nBuy\n";
  for (const auto& row : purchase_of(of)) {
    text += fmt::format("  {:<24}  from {}  {:>12}  {:>16}  {}\n", row.sku, base::to_string(row.start),
                        base::grouped(row.quantity), amount(row.cost, in), origin_of(row));
  }
  return text;
}

std::string moves(const savings::advice& of) {
  std::string text;
  for (const auto& row : moves_of(of))
    text += fmt::format("  {} of {}{} from {} to {}\n", base::grouped(row.users), line(row.population),
                        row.whole            ? std::string(", all of them,")
                        : row.login_days < 0 ? std::string(", all others,")
                                             : fmt::format(" with {} login day{} a month", row.login_days,
                                                           row.login_days == 1 ? "" : "s"),
                        row.from, row.to);
  return text.empty() ? "" : "\nMove\n" + text;
}

std::string clause(const savings::advice& of) {
  const auto words = savings::as_clause(of);
  return words.empty() ? "" : "\nClause\n  " + text::paragraph(words.substr(0, words.size() - 1), 2) + '\n';
}

std::string break_evens(const savings::advice& of) {
  std::string text;
  for (const auto& each : of.break_evens)
    text +=
        fmt::format("  {} login days a month: beyond them {} costs less than {}\n", each.login_days.fixed(2),
                    of.in->offers()[each.members].sku->name, of.in->offers()[each.logins].sku->name);
  return text.empty() ? "" : "\nBreak-even\n" + text;
}

std::string others(const savings::advice& of, const model::contract& in) {
  std::string text = "\nOther ways\n";
  for (const auto& each : of.alternatives) {
    const auto more = each.cost ? *each.cost - of.best.cost() : base::rational();
    text +=
        each.cost
            ? fmt::format("  {:<40}  {:>16}  {} more\n", each.name, amount(*each.cost, in), amount(more, in))
            : fmt::format("  {:<40}  {:>16}  needs {}\n", each.name, "unknown", line(each.cost.why().missing));
  }
  return text;
}

std::string what_ifs(const savings::advice& of, const model::contract& in) {
  std::string text;
  const auto missing = [](const base::known<base::rational>& value) {
    return "unknown: " + line(value.why().missing);
  };
  const auto less = [&](const savings::what_if& each) {
    return each.saves ? range_of(*each.saves, in) : amount(of.best.cost() - *each.least, in);
  };
  for (const auto& each : of.what_ifs)
    text += fmt::format(
        "  {}\n    as written {}, cheapest {}\n", line(each.clause),
        each.written ? written_of(each, in) : missing(each.written),
        each.least ? fmt::format("{}: {} less than now{}", cheapest_of(each, in), less(each), doubt_of(each))
                   : missing(each.least));
  return text.empty() ? "" : "\nWhat if\n" + text;
}

std::string levers(const savings::advice& of, const model::contract& in) {
  std::string text;
  for (const auto& each : of.levers)
    text += each.worth
                ? fmt::format("  {:>16}  {}{}\n", amount(*each.worth, in), each.name,
                              each.between ? fmt::format(": not proven, {}", range_of(*each.between, in)) : "")
                : fmt::format("  {:>16}  {}: needs {}\n", "unknown", each.name, line(each.worth.why().missing));
  return text.empty() ? "" : "\nWorth in a negotiation, each alone\n" + text;
}

std::string turns(const savings::advice& of) {
  std::string text;
  for (const auto& each : of.turns)
    text +=
        each.missing.empty()
            ? fmt::format("  {}: {} now; other numbers are bought or move {}, {}; other users move {}, {}\n",
                          line(each.what), each.now.fixed(each.decimals, true),
                          below_of(each, each.purchase_below), above_of(each, each.purchase_above),
                          below_of(each, each.below), above_of(each, each.above))
            : fmt::format("  {}: unknown, needs {}\n", line(each.what), line(each.missing));
  return text.empty() ? "" : "\nWhere the advice turns, each alone\n" + text;
}

std::string chart(const savings::advice& of, const model::contract& in) {
  const auto drawn = chart_of(of, in);
  if (drawn.rows.empty())
    return {};
  auto text = fmt::format("\nCost by quantity of {} from {}, all else as recommended\n", drawn.sku,
                          base::to_string(drawn.start));
  for (const auto& row : drawn.rows)
    text += row.cost
                ? fmt::format("  {:>12}  {:>16}  {}{}\n", base::grouped(row.quantity), amount(*row.cost, in),
                              std::string(row.bar, '#'), row.chosen ? " recommended" : "")
                : fmt::format("  {:>12}  does not serve\n", base::grouped(row.quantity));
  return text;
}

} // namespace

std::string savings_to_text(const report& all, bool colour) {
  std::string text;
  for (const auto& each : all.contracts) {
    const auto& in = each.contract();
    text += fmt::format("{}{}: {}\n  {}, {}, as of {}\n\n", text.empty() ? "" : "\n", line(in.name),
                        line(in.title), line(each.file),
                        each.plan_file.empty() ? "without a plan" : "under " + line(each.plan_file),
                        base::to_string(all.as_of));
    if (!each.saved) {
      text += fmt::format("  undetermined: {}\n", line(each.unsaved));
      continue;
    }
    const auto& of = *each.saved;
    text += verdict(of, in, colour) + additions(of, in) + steps(of, in) + purchase(of, in) + moves(of) +
            clause(of) + break_evens(of) + others(of, in) + what_ifs(of, in) + levers(of, in) + turns(of) +
            chart(of, in);
  }
  return text;
}

} // namespace proviso::report
