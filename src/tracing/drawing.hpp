// The graph while it is drawn, and what its parts look each other up by. Included by sources of this layer
// only.
#pragma once

#include "tracing/graph.hpp"
#include "tracing/types.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace proviso::tracing {

struct member { // a method of a type
  type_id type = 0;
  std::size_t method = 0;
};

struct type_nodes {
  std::vector<node_id> methods;                                    // by their number
  std::unordered_map<std::string, std::vector<std::size_t>> named; // by name in lower case
};

struct drawing {
  drawing(const metadata::org& of, const object_test& knows) : found(of), is_object(knows), types(of) {}

  const metadata::org& found;
  const object_test& is_object;
  type_index types;
  graph result;
  std::vector<type_nodes> nodes;                                // by type
  std::unordered_map<std::string, std::vector<type_id>> called; // who has a method, by its name in lower case
  std::unordered_map<std::string, std::vector<std::size_t>> flows; // of the org, by name in lower case
  std::unordered_map<std::string, const metadata::quick_action*> quick_actions; // by name in lower case
  std::vector<node_id> page_nodes;              // of the org's pages, in their order
  node_id first_flow = 0;                       // two nodes a flow: as its user, as the system
  std::unordered_set<std::string> used_objects; // that the project uses as such, in lower case

  [[nodiscard]] node& at(node_id id) { return result.nodes[id]; }
  [[nodiscard]] node_id add_node(node_kind is, std::string label);
  [[nodiscard]] node_id node_of(member one) const { return nodes[one.type].methods[one.method]; }
  [[nodiscard]] const apex::method& method_of(member one) const {
    return types.all()[one.type].is->methods[one.method];
  }
  [[nodiscard]] node_id initialisers(type_id type) const { return nodes[type].methods.front(); }
  [[nodiscard]] std::vector<member> own(type_id type, std::string_view name) const;
  // Of the type and its bases, but for those that are overridden; of any name where it is empty.
  [[nodiscard]] std::vector<member> members(type_id type, std::string_view name = {}) const;
  [[nodiscard]] node_id flow_node(std::size_t flow, bool system) const;

  void add_edge(node_id from, node_id to, bool certain);
  void add_unread(node_id in, std::string missing, base::span at);
  // Records are written: triggers and flows on them run.
  void add_site(node_id in, site one, std::string_view object);

  // A trigger or flow that such writes start.
  void add_record_start(std::string_view object, record_start one);

  // A flow that is started by name, whoever asks: each of that name.
  void start_flow(node_id from, std::string_view name, bool as_system, base::span at, bool certain = true);
  // What the platform, a component or a page may start of a class.
  [[nodiscard]] std::vector<start> entries_of(type_id type) const;
  // As the action of a flow.
  void start_class(node_id from, std::string_view name, base::span at);
};

[[nodiscard]] bool is_system_flow(const metadata::flow& one); // whoever starts it
// That nobody can tell what it does: "class", and its name.
[[nodiscard]] std::string missing_file(std::string_view what, std::string_view name);
[[nodiscard]] std::string missing_class(std::string_view name);

void add_code_nodes(drawing& to);
void draw_code(drawing& to);
void add_flow_nodes(drawing& to);
void draw_flows(drawing& to);
void draw_pages(drawing& to);
void draw_inside_pages(drawing& to); // after the pages
void draw_components(drawing& to);   // after the code

} // namespace proviso::tracing
