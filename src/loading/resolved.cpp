#include "loading/resolved.hpp"

#include "loading/zone.hpp"

namespace proviso::loading {

resolved_file resolve(bundle files, base::diagnostics& faults) {
  resolved_file result{std::move(files), nullptr, {}, {}};
  const auto& all = result.files.files;
  result.catalogue = std::make_unique<model::catalogue>(model::resolve_catalogue(all, faults));
  result.contracts = model::resolve_contracts(all, *result.catalogue, faults);
  std::erase_if(result.contracts,
                [&](const model::contract& each) { return each.at.source != result.files.source; });
  for (const auto& contract : result.contracts)
    if (contract.zone)
      check_zone(*contract.zone, faults);
  result.rules = checking::rulebook::of(all, faults);
  return result;
}

} // namespace proviso::loading
