#include "cli/gate.hpp"

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

std::string over_limit(const cost_limit& limit, const report::report& all) {
  std::string result;
  for (const auto& each : all.contracts) {
    const auto& totals = each.assessment->totals;
    const auto& contract = each.contract();
    const bool over = totals.cost > limit.most;
    if (!over && totals.complete)
      continue;
    result += fmt::format("{} costs {}{} {}, {} {}, {} {}\n", base::harmless(contract.name),
                          totals.complete ? "" : "at least ", totals.cost.fixed(contract.decimals, true),
                          contract.currency, over ? "more than" : "and an incomplete cost never passes",
                          limit.stated.by, limit.most.fixed(contract.decimals, true), contract.currency);
  }
  return result;
}

} // namespace proviso::cli
