// What pages bring in: other pages, components of pages, and flows.
#include "base/text.hpp"
#include "tracing/drawing.hpp"

#include <fmt/format.h>
#include <unordered_map>

namespace proviso::tracing {
namespace {

using nodes_by_name = std::unordered_map<std::string, std::vector<node_id>>; // in lower case

class page_drawer {
public:
  explicit page_drawer(drawing& to) : to_(to) {
    for (std::size_t i = 0; i < to.found.pages.size(); ++i) {
      const auto& one = to.found.pages[i];
      (one.is_component ? components_ : pages_)[base::lower(one.name)].push_back(to.page_nodes[i]);
    }
  }

  void draw(const metadata::page& one, node_id node) {
    for (const auto& name : one.pages)
      bring(node, pages_, name, "page");
    for (const auto& name : one.components)
      bring(node, components_, name, "component");
    for (const auto& name : one.flows)
      to_.start_flow(node, name.value, false, name.at);
  }

private:
  void bring(node_id node, const nodes_by_name& known, const base::stated<std::string>& name,
             std::string_view what) {
    const auto named = known.find(base::lower(name.value));
    if (named == known.end())
      return to_.add_unread(
          node,
          fmt::format("what the {} '{}' that {} brings in does: no file holds it; retrieve it "
                      "or, if it is of a managed package, ask its vendor",
                      what, base::harmless(name.value), to_.at(node).label),
          name.at);
    for (const auto each : named->second)
      to_.add_edge(node, each, true);
  }

  drawing& to_;
  nodes_by_name pages_;
  nodes_by_name components_;
};

} // namespace

void draw_inside_pages(drawing& to) {
  page_drawer all(to);
  for (std::size_t i = 0; i < to.found.pages.size(); ++i)
    all.draw(to.found.pages[i], to.page_nodes[i]);
}

} // namespace proviso::tracing
