// Methods and triggers as nodes, and which of them a holder of the class may start.
#include "base/text.hpp"
#include "tracing/calls.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::tracing {
namespace {

std::string label_of(const known_type& type) {
  const bool trigger = type.of->unit.trigger && type.of->unit.trigger->name == type.is->name;
  return fmt::format("{} {}", trigger ? "trigger" : "class", base::harmless(type.is->name));
}

// The file of the code, and the one beside it that says which version it is of.
base::source_set files_of(const metadata::program& of) {
  base::source_set all;
  all.add(of.at);
  if (of.settings)
    all.add(of.settings->at);
  return all;
}

void add_trigger(drawing& to, const known_type& type, node_id body) {
  const auto& trigger = type.of->unit.trigger;
  if (trigger && trigger->name == type.is->name)
    to.add_record_start(innermost(trigger->object), {{body, true}, trigger->events});
}

void add_methods(drawing& to, type_id id) {
  const auto& type = to.types.all()[id];
  auto& nodes = to.nodes.emplace_back();
  for (std::size_t i = 0; i < type.is->methods.size(); ++i) {
    const auto name = base::lower(type.is->methods[i].name);
    nodes.methods.push_back(to.add_node(node_kind::code, label_of(type)));
    to.at(nodes.methods.back()).files = files_of(*type.of);
    nodes.named[name].push_back(i);
    if (auto& all = to.called[name]; all.empty() || all.back() != id)
      all.push_back(id);
  }
  add_trigger(to, type, nodes.methods.front());
}

// A class that is used runs its initialisers; its properties are named by a single word, which may be anything.
void link_own(drawing& to, member at, const std::vector<node_id>& properties) {
  const auto node = to.node_of(at);
  to.add_edge(node, to.initialisers(at.type), true);
  if (to.method_of(at).name.empty())
    return;
  for (const auto other : properties)
    to.add_edge(node, other, false);
}

// Tests are declared, and run nothing for a user.
bool declares_itself(const metadata::program& one) {
  return std::ranges::any_of(one.unit.types,
                             [&](const auto& type) { return base::same_but_case(type.name, one.name); });
}

// A class of whose file nothing is known but the name.
void add_hidden(drawing& to, const metadata::program& one) {
  const auto node = to.add_node(node_kind::code, fmt::format("class {}", base::harmless(one.name)));
  to.at(node).files = files_of(one);
  to.add_unread(node,
                fmt::format("what the class '{}' does: its file declares none of that name, as where a package "
                            "hides its code; retrieve it again or ask its vendor",
                            base::harmless(one.name)),
                one.at);
  to.result.classes[base::lower(one.name)].push_back({node, true});
}

std::vector<node_id> properties_of(const drawing& in, type_id type) {
  std::vector<node_id> result;
  for (const auto one : in.members(type))
    if (in.method_of(one).property)
      result.push_back(in.node_of(one));
  return result;
}

void draw_methods(drawing& to, type_id type) {
  const auto properties = properties_of(to, type);
  for (std::size_t i = 0; i < to.types.all()[type].is->methods.size(); ++i) {
    link_own(to, {type, i}, properties);
    draw_body(to, {type, i});
  }
}

} // namespace

void add_code_nodes(drawing& to) {
  for (type_id type = 0; type < to.types.all().size(); ++type)
    add_methods(to, type);
}

void draw_code(drawing& to) {
  for (const auto& program : to.found.programs) {
    (void)to.result.classes[base::lower(program.name)];
    const bool runs = !program.settings || program.settings->active;
    if (runs && !program.of_trigger && !declares_itself(program))
      add_hidden(to, program);
  }
  for (type_id type = 0; type < to.types.all().size(); ++type) {
    const auto& is = *to.types.all()[type].is;
    draw_methods(to, type);
    if (const auto entries = to.entries_of(type); is.name.find('.') == std::string::npos) {
      auto& known = to.result.classes[base::lower(is.name)];
      known.insert(known.end(), entries.begin(), entries.end());
    }
  }
}

} // namespace proviso::tracing
