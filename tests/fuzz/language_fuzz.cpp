// Any text as a contract: parsed, resolved against the catalogue and metered without a plan. Nothing may crash,
// hang, or point outside the text.
#include "ground.hpp"
#include "metering/assess.hpp"

namespace {

using namespace proviso;

void resolve(const base::sources& sources, const syntax::file& tree, std::vector<const syntax::file*> files) {
  base::diagnostics faults;
  files.push_back(&tree);
  const auto catalogue = model::resolve_catalogue(files, faults);
  const auto contracts = model::resolve_contracts(files, catalogue, faults);
  if (faults.empty()) {
    for (const auto& contract : contracts) {
      (void)metering::assess(contract, nullptr, faults);
    }
  }
  fuzz::examine(sources, faults);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::ground ground;
  auto sources = ground.sources();
  const auto number = sources.add("fuzzed.proviso", std::string(data, data + size));
  const auto parsed = syntax::parse(sources, number);
  fuzz::examine(sources, parsed.diagnostics);
  if (parsed.diagnostics.empty()) {
    resolve(sources, parsed.tree, ground.files());
  }
  return 0;
}
