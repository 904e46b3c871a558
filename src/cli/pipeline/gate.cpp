#include "cli/pipeline/gate.hpp"

#include "checking/facts/facts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace proviso::cli {

bool fails_on(gate level, const report::tally& found) {
  switch (level) {
  case gate::error: return found.errors > 0;
  case gate::warning: return found.errors + found.warnings > 0;
  case gate::info: return found.errors + found.warnings + found.infos > 0;
  case gate::undetermined: return found.errors + found.undetermined > 0;
  case gate::never: return false;
  }
  return true;
}

namespace {

std::string money(const base::rational& amount, const model::contract& of) {
  return fmt::format("{} {}", amount.fixed(of.decimals, true), of.currency);
}

// Why no increase can be told; empty where it can.
std::string untold(const accepted_contract* old, const model::contract& now, const metering::totals& totals) {
  if (old == nullptr)
    return "it is not in the baseline";
  if (old->cost.currency != now.currency)
    return fmt::format("it is in {}, in the baseline in {}", now.currency, base::harmless(old->cost.currency));
  if (!old->cost.complete)
    return "the cost in the baseline is incomplete";
  return totals.complete ? "" : "its cost is incomplete";
}

} // namespace

std::string over_increase(const cost_limit& most, const baseline& old, const report::report& all) {
  std::string result;
  for (const auto& each : all.contracts) {
    const auto& contract = each.contract();
    const auto& totals = each.assessment->totals;
    const auto* before = old.find(contract.name);
    const auto why = untold(before, contract, totals);
    const auto name = base::harmless(contract.name);
    if (!why.empty())
      result += fmt::format("{}: {}, so it never passes an increase of {} ({})\n", name, why,
                            money(most.most, contract), most.stated.by);
    else if (const auto increase = totals.cost - before->cost.amount; increase > most.most)
      result += fmt::format("{} costs {}, {} more than in the baseline: more than {} ({})\n", name,
                            money(totals.cost, contract), money(increase, contract), money(most.most, contract),
                            most.stated.by);
  }
  return result;
}

std::string over_limit(const cost_limit& limit, const report::report& all) {
  std::string result;
  for (const auto& each : all.contracts) {
    const auto& totals = each.assessment->totals;
    const auto& contract = each.contract();
    if (totals.cost > limit.most)
      result += fmt::format("{} costs {}{}: more than {} ({})\n", base::harmless(contract.name),
                            totals.complete ? "" : "at least ", money(totals.cost, contract),
                            money(limit.most, contract), limit.stated.by);
    else if (!totals.complete)
      result += fmt::format("{} costs at least {}: an incomplete cost never passes {} ({})\n",
                            base::harmless(contract.name), money(totals.cost, contract),
                            money(limit.most, contract), limit.stated.by);
  }
  return result;
}

namespace {

// A limit as somebody states it, such as 33.3: all its decimals.
std::string in_percent(const base::rational& share) {
  const auto percent = share * base::rational(100);
  return percent.exact_decimals().value_or(percent.fixed(2));
}

// Why a pool does not pass; empty where it does.
std::string exhausted(const std::optional<base::known<checking::forecast>>& found, const base::rational& most) {
  if (!found || !*found)
    return fmt::format(
        "whether it runs out is not known, so it never passes {}% (--max-p-exhaust); missing: {}",
        in_percent(most), found ? base::harmless(found->why().missing) : "logins: give them with --logins");
  const auto& foreseen = **found;
  if (foreseen.share <= most)
    return "";
  if (foreseen.seen)
    return fmt::format("it ran out on {}: more than {}% (--max-p-exhaust)", base::to_string(*foreseen.first),
                       in_percent(most));
  return fmt::format("it runs out with {} of the past {} months: more than {}% (--max-p-exhaust)",
                     (foreseen.share * base::rational(foreseen.months)).fixed(0), foreseen.months,
                     in_percent(most));
}

} // namespace

std::string over_exhaustion(const base::rational& most, const report::report& all) {
  std::string lines;
  for (const auto& contract : all.contracts) {
    const checking::facts facts(*contract.assessment, all.as_of, nullptr, contract.seen);
    const auto term = facts.contract().months.term();
    if (!facts.windows().empty() && !term.holds(all.as_of))
      lines += fmt::format("{}: no window of its pools runs on {}, outside its term {}, so they never pass {}% "
                           "(--max-p-exhaust); name a day of the term with --as-of\n",
                           base::harmless(facts.contract().name), base::to_string(all.as_of),
                           base::to_string(term), in_percent(most));
    for (std::uint32_t i = 0; i < facts.windows().size(); ++i) {
      const auto& [sku, window] = facts.windows()[i];
      if (!window->days.holds(all.as_of))
        continue;
      if (const auto why = exhausted(facts.forecast_of(i), most); !why.empty())
        lines += fmt::format("{}: {}\n", base::harmless(facts.sku(sku).name), why);
    }
  }
  return lines;
}

} // namespace proviso::cli
