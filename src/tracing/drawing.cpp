#include "tracing/drawing.hpp"

#include "base/text.hpp"
#include "metadata/vocabulary.hpp"
#include "tracing/bases.hpp"

#include <fmt/ranges.h>
#include <set>

namespace proviso::tracing {

std::string missing_file(std::string_view what, std::string_view name) {
  return fmt::format(
      "what the {} '{}' does: no file holds it; retrieve it or, if it is of a managed package, ask "
      "its vendor",
      what, base::harmless(name));
}

std::string missing_class(std::string_view name) {
  return missing_file(metadata::class_word, name);
}

node_id drawing::add_node(node_kind is, std::string label) {
  result.nodes.push_back({is, std::move(label), {}, {}, {}, {}});
  return static_cast<node_id>(result.nodes.size() - 1);
}

std::vector<member> drawing::own(type_id type, std::string_view name) const {
  std::vector<member> list;
  if (const auto all = nodes[type].named.find(base::lower(name)); all != nodes[type].named.end())
    for (const auto number : all->second)
      list.push_back({type, number});
  return list;
}

std::vector<member> drawing::members(type_id type, std::string_view name) const {
  std::vector<member> list;
  std::set<std::string> seen;
  for (const auto each : types.with_bases(type)) {
    const auto& all = types.all()[each].is->methods;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (name.empty() || base::same_but_case(all[i].name, name))
        if (seen.insert(base::lower(fmt::format("{}({})", all[i].name, fmt::join(all[i].parameters, ";"))))
                .second)
          list.push_back({each, i});
  }
  return list;
}

node_id drawing::flow_node(std::size_t flow, bool system) const {
  return first_flow + static_cast<node_id>(2 * flow + (system ? 1 : 0));
}

void drawing::add_edge(node_id from, node_id to, bool certain) {
  if (from != to)
    at(from).edges.push_back({to, certain});
}

void drawing::add_unread(node_id in, std::string missing, base::span where) {
  auto& all = at(in).unreads;
  if (all.empty() || all.back().missing != missing) // as by each call of a chain
    all.push_back({std::move(missing), where, at(in).is});
}

void drawing::add_site(node_id in, site one, std::string_view object) {
  one.object = result.objects.add(object);
  if (const auto started = result.triggers.find(metadata::object_key_of(found, object));
      started != result.triggers.end())
    for (const auto& [what, on] : started->second)
      if (!(on & one.does).empty())
        add_edge(in, what.node, what.certain && one.certain && one.doubt.empty());
  at(in).sites.push_back(std::move(one));
}

void drawing::start_flow(node_id from, std::string_view name, bool as_system, base::span where, bool certain) {
  auto named = flows.find(base::lower(name));
  if (named == flows.end())
    named = flows.find(metadata::key_of(found, name));
  if (named == flows.end())
    return add_unread(
        from, fmt::format("what the flow '{}' does: no file holds it; retrieve it", base::harmless(name)),
        where);
  for (const auto one : named->second)
    add_edge(from, flow_node(one, as_system || is_system_flow(found.flows[one])), certain);
}

// Of one that data changes publish, what writes the records does.
void drawing::add_record_start(std::string_view object, record_start one) {
  using model::operations;
  auto key = metadata::object_key_of(found, object);
  if (const auto changed = metadata::changed_object(key)) {
    if (!one.on.holds(operations::create))
      return;
    one.on = metadata::any_write;
    key = *changed;
  }
  result.triggers[key].push_back(one);
}

std::vector<start> drawing::entries_of(type_id type) const {
  const bool certain = types.all()[type].sole;
  std::vector<start> sure;
  std::vector<start> visible;
  for (const auto each : members(type))
    if (const auto& method = method_of(each); method.entry != apex::exposed_as::no && each.type == type)
      sure.push_back({node_of(each), certain});
    else if (method.visible)
      visible.push_back({node_of(each), false});
  return sure.empty() ? visible : sure;
}

void drawing::start_class(node_id from, std::string_view name, base::span where) {
  auto named = types.named(name);
  if (named.empty())
    named = types.named(metadata::key_of(found, name));
  if (named.empty())
    add_unread(from, missing_class(name), where);
  for (const auto type : named) {
    const auto& all = types.all()[type];
    bool any = false;
    for (std::size_t i = 0; i < all.is->methods.size(); ++i)
      if (all.is->methods[i].entry == apex::exposed_as::invocable) {
        add_edge(from, node_of({type, i}), all.sole);
        any = true;
      }
    if (!any) // an older kind of action, by an interface
      for (const auto each : members(type))
        if (method_of(each).visible)
          add_edge(from, node_of(each), false);
  }
}

graph draw(const metadata::org& found, const object_test& is_object) {
  drawing all(found, is_object);
  list_used_objects(all);
  add_code_nodes(all);
  add_flow_nodes(all);
  draw_code(all);
  draw_flows(all);
  draw_pages(all);
  draw_inside_pages(all);
  draw_components(all);
  return std::move(all.result);
}

} // namespace proviso::tracing
