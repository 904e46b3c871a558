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

std::string over_exhaustion(const base::rational& most, const report::report& all) {
  std::string lines;
  for (const auto& contract : all.contracts) {
    const checking::facts facts(*contract.assessment, all.as_of, nullptr, contract.seen);
    for (std::uint32_t i = 0; i < facts.windows().size(); ++i) {
      const auto& [sku, window] = facts.windows()[i];
      if (!window->days.holds(all.as_of))
        continue;
      const auto found = facts.forecast_of(i);
      const auto percent = [](const base::rational& share) { return (share * base::rational(100)).fixed(0); };
      const auto name = base::harmless(facts.sku(sku).name);
      if (!found || !*found)
        lines += fmt::format("{}: whether it runs out is not known, so it never passes {}% (--max-p-exhaust); "
                             "missing: {}\n",
                             name, percent(most),
                             found ? base::harmless(found->why().missing) : "logins: give them with --logins");
      else if ((*found)->share > most)
        lines += fmt::format("{} runs out with {}% of the past {} months: more than {}% (--max-p-exhaust)\n",
                             name, percent((*found)->share), (*found)->months, percent(most));
    }
  }
  return lines;
}

} // namespace proviso::cli
