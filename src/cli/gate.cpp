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
    const auto money = [&](const base::rational& amount) {
      return fmt::format("{} {}", amount.fixed(contract.decimals, true), contract.currency);
    };
    if (totals.cost > limit.most)
      result += fmt::format("{} costs {}{}: more than {} ({})\n", base::harmless(contract.name),
                            totals.complete ? "" : "at least ", money(totals.cost), money(limit.most),
                            limit.stated.by);
    else if (!totals.complete)
      result +=
          fmt::format("{} costs at least {}: an incomplete cost never passes {} ({})\n",
                      base::harmless(contract.name), money(totals.cost), money(limit.most), limit.stated.by);
  }
  return result;
}

} // namespace proviso::cli
