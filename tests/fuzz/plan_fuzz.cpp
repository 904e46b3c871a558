// Any text as a plan for a real contract: read, bound and metered. Nothing may crash, hang, or point outside
// the text.
#include "ground.hpp"
#include "metering/assess.hpp"
#include "usage/bind.hpp"
#include "usage/read_plan.hpp"

#include <cstdlib>

namespace {

using namespace proviso;

struct northwind {
  fuzz::ground ground{"contracts/northwind.proviso"};
  base::diagnostics faults;
  model::catalogue catalogue = model::resolve_catalogue(ground.files(), faults);
  std::vector<model::contract> contracts = model::resolve_contracts(ground.files(), catalogue, faults);
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const northwind fixed;
  if (fixed.contracts.size() != 1) {
    std::abort();
  }
  const auto& contract = fixed.contracts.front();
  auto sources = fixed.ground.sources();
  base::diagnostics faults;
  const auto number = sources.add("fuzzed.plan.toml", std::string(data, data + size));
  const auto plan = usage::read_plan(sources, number, faults);
  if (plan.has_value()) {
    usage::bind_plan(*plan, contract, fixed.catalogue, faults);
  }
  if (plan.has_value() && faults.empty()) {
    (void)metering::assess(contract, &*plan, faults);
  }
  fuzz::examine(sources, faults);
  return 0;
}
