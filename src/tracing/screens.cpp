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
        if (call.method.empty())
          for (const auto& method : to_.types.all()[type].is->methods)
            add(one, type, method.name);
        else
          add(one, type, call.method);
  }

private:
  void add(const metadata::component& one, type_id type, std::string_view method) {
    const auto entry = to_.method_of(type, method);
    const auto found = entry ? direct_.find(*entry) : direct_.end();
    if (found == direct_.end())
      return;
    const auto node = to_.add_node(node_kind::component, label_of(one));
    to_.at(node).files = files_of(one);
    to_.add_edge(node, *entry, true);
    found->second->node = node;
    direct_.erase(found);
  }

  drawing& to_;
  std::unordered_map<node_id, start*> direct_; // of classes, by their method
};

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
        for (const auto& method : to.types.all()[type].is->methods)
          if (method.visible || method.name.empty() || method.name == apex::constructor_name)
            to.add_edge(node, *to.method_of(type, method.name), true);
    }
  }
}

void draw_components(drawing& to) {
  leading all(to);
  for (const auto& component : to.found.components)
    all.through(component);
}

} // namespace proviso::tracing
