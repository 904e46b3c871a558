#include "cli/commands/recommendations.hpp"

namespace proviso::cli {

savings::advice* recommendations::add_to(report::contract_report& of, base::day today) {
  auto found = savings::find_savings(*of.assessment, today);
  if (!found) {
    of.unsaved = found.why().missing;
    return nullptr;
  }
  auto* made = &all_.emplace_back(std::move(*found));
  of.saved = made;
  return made;
}

void recommendations::add_to(report::report& all) {
  for (auto& each : all.contracts)
    add_to(each, all.as_of);
}

} // namespace proviso::cli
