// What people see: pages and components as nodes, with the code that stands behind them.
#include "apex/vocabulary.hpp"
#include "base/text.hpp"
#include "tracing/drawing.hpp"

#include <fmt/format.h>
#include <unordered_map>

namespace proviso::tracing {
namespace {

std::string label_of(const metadata::component& one) {
  return fmt::format("{} component {}", one.is == metadata::component::kind::aura ? "Aura" : "Lightning web",
                     base::harmless(one.name));
}

base::source_set files_of(const metadata::component& one) {
  base::source_set all;
  for (const auto& call : one.calls)
    all.add(call.at);
  return all;
}

// Whoever may run the class may run the method, with a component or without one: the first that starts it is
// named as the usual way.
class leading {
public:
  explicit leading(drawing& to) : to_(to) {
    for (auto& [name, starts] : to.result.classes)
      for (auto& one : starts)
        if (one.certain)
          direct_.emplace(one.node, &one);
  }

  void through(const metadata::component& one) {
    for (const auto& call : one.calls)
      for (const auto type : to_.types.named(call.type))
        for (const auto each : call.method.empty() ? to_.members(type) : to_.own(type, call.method))
          if (each.type == type)
            add(one, to_.node_of(each));
  }

private:
  void add(const metadata::component& one, node_id entry) {
    const auto found = direct_.find(entry);
    if (found == direct_.end())
      return;
    const auto node = to_.add_node(node_kind::component, label_of(one));
    to_.at(node).files = files_of(one);
    to_.add_edge(node, entry, true);
    found->second->node = node;
    direct_.erase(found);
  }

  drawing& to_;
  std::unordered_map<node_id, start*> direct_; // of classes, by their method
};

// A page may call what its controller shows, be it inherited; it makes one by the constructor that takes
// nothing or, of an extension, the controller.
void control(drawing& to, node_id page, type_id type) {
  const bool sole = to.types.all()[type].sole;
  for (const auto each : to.members(type)) {
    const auto& method = to.method_of(each);
    const bool constructs = method.name == apex::constructor_name;
    if (method.name.empty() || (method.visible && !constructs))
      to.add_edge(page, to.node_of(each), sole);
    else if (constructs && each.type == type)
      to.add_edge(page, to.node_of(each), sole && (method.parameters.size() <= 1));
  }
}

} // namespace

void draw_pages(drawing& to) {
  for (const auto& page : to.found.pages) {
    const auto what = page.is_component ? "Visualforce component" : "page";
    const auto node = to.add_node(node_kind::page, fmt::format("{} {}", what, base::harmless(page.name)));
    to.at(node).files.add(page.at);
    to.page_nodes.push_back(node);
    if (!page.is_component)
      to.result.pages[base::lower(page.name)].push_back({node, true});
    for (const auto& controller : page.controllers) {
      const auto named = to.types.named(controller.value);
      if (named.empty())
        to.add_unread(node, missing_class(controller.value), controller.at);
      for (const auto type : named)
        control(to, node, type);
    }
  }
}

void draw_components(drawing& to) {
  leading all(to);
  for (const auto& component : to.found.components)
    all.through(component);
}

} // namespace proviso::tracing
