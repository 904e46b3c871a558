// Any bytes as a flow that a profile may run, as the system, beside one that it calls: read and searched
// without a crash, a hang or a place outside of the text.
#include "metadata/part.hpp"
#include "tracing/search.hpp"

#include <cstdlib>

namespace {

using namespace proviso;

void examine(base::span at, std::size_t size) {
  if (at.begin > size || at.end > size + 1 || at.begin > at.end) {
    std::abort();
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  metadata::object_names objects;
  metadata::xml_shapes shapes;
  auto part = metadata::read_part(text, metadata::file_kind::flow, 1, objects, shapes);
  for (const auto& fault : part.faults) {
    examine(fault.at, size);
  }
  for (const auto& step : part.flow->steps) {
    examine(step.at, size);
  }
  metadata::org found;
  found.flows.push_back(*part.flow);
  found.flows.back().name = "B";
  found.flows.push_back(std::move(*part.flow));
  found.flows.back().name = "A";
  found.flows.back().run_mode = "SystemModeWithSharing";
  metadata::holder all;
  all.all_flows = base::span{};
  found.holders.push_back(all);
  const auto graph = tracing::draw(found, [](std::string_view name) { return name.size() > 3; });
  tracing::search search(graph, found);
  for (const auto& arrival : search.from(found.holders.front()).arrivals) {
    if (search.path(arrival.node).empty()) {
      std::abort();
    }
  }
  return 0;
}
