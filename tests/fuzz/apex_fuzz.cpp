// Any bytes as a class and as a trigger: read without a crash, a hang or a place outside of the text, and
// drawn.
#include "apex/read.hpp"
#include "apex/soql.hpp"
#include "tracing/search.hpp"

#include <cstdlib>

namespace {

using namespace proviso;

void examine(base::span at, std::size_t size) {
  if (at.begin > size || at.end > size + 1 || at.begin > at.end) {
    std::abort();
  }
}

void examine(const apex::unit& unit, std::size_t size) {
  for (const auto& fault : unit.faults) {
    examine(fault.at, size);
  }
  for (const auto& type : unit.types) {
    examine(type.at, size);
    for (const auto& method : type.methods) {
      examine(method.at, size);
      for (const auto& touch : method.touches) {
        examine(touch.at, size);
      }
      for (const auto& mention : method.mentions) {
        examine(mention.at, size);
      }
    }
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  (void)apex::read_query(text);
  metadata::org found;
  found.programs.push_back({"A", apex::read_unit(text, 1), std::nullopt, {}});
  const auto& unit = found.programs.front().unit;
  examine(unit, size);
  metadata::holder all;
  for (const auto& type : unit.types) {
    all.classes.push_back({type.name, type.at});
  }
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
