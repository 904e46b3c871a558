#include "loading/resolved.hpp"

#include "checking/adjust.hpp"
#include "loading/zone.hpp"

namespace proviso::loading {
namespace {

base::diagnostics resolve_all(resolved_file& to) {
  base::diagnostics faults;
  const auto& all = to.files.files;
  to.catalogue = std::make_unique<model::catalogue>(model::resolve_catalogue(all, faults));
  to.contracts = model::resolve_contracts(all, *to.catalogue, faults);
  std::erase_if(to.contracts, [&](const model::contract& each) { return each.at.source != to.files.source; });
  for (const auto& contract : to.contracts)
    if (contract.zone)
      check_zone(*contract.zone, faults);
  const auto before = faults.size();
  to.rules = checking::rulebook::of(all, faults);
  if (faults.size() == before)
    for (const auto& contract : to.contracts)
      checking::check_adjustments(to.rules, contract, faults);
  return faults;
}

} // namespace

resolved_file resolve(bundle files, base::diagnostics& faults) {
  resolved_file result{std::move(files), nullptr, {}, {}};
  auto found = resolve_all(result);
  const auto& from = result.files;
  if (!from.damaged.empty() || !from.headings_known) {
    found = independent(found, *from.texts, from.damaged, from.headings_known);
    result.contracts.clear();
  }
  faults.insert(faults.end(), found.begin(), found.end());
  return result;
}

} // namespace proviso::loading
