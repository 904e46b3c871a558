// What runs what: methods, triggers, flows, pages and components of a project, what each does to records, and
// what of them cannot be read. Built once from metadata; searched from what a holder of access may start.
#pragma once

#include "metadata/org.hpp"
#include "tracing/relationships.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::tracing {

using node_id = std::uint32_t;

struct edge {
  node_id to = 0;
  bool certain = true; // resolved by name; else one of several, or by way of something that is not known
};

struct site { // one statement or element that reads or writes records without asking what the user may do
  metadata::object_id object = 0;
  model::operations does;
  bool certain = true; // the object is named; else it is told from a relationship, or from a part of a text
  std::string says;    // "class LeadService:41 insert Lead (system mode)"
  std::string doubt;   // why it may not run at all; empty where it does
  base::span at;
};

enum class node_kind : std::uint8_t { code, flow, page, component };

struct unread {        // something that cannot be told
  std::string missing; // a sentence of what, and how to close it
  base::span at;
  node_kind of = node_kind::code; // an access to what no file holds: what it is
};

struct node {
  node_kind is = node_kind::code;
  std::string label; // "class LeadService": methods of a class share it
  std::vector<edge> edges;
  std::vector<site> sites;
  std::vector<unread> unreads;
  base::source_set files; // that say what it does: its own, and those beside it
};

struct start { // of something that a holder of access may start
  node_id node = 0;
  bool certain = true;
};

struct record_start { // a trigger or a flow on records
  start what;
  model::operations on;
};

struct graph {
  metadata::object_names objects; // of all sites
  std::vector<node> nodes;
  // By name in lower case.
  std::map<std::string, std::vector<start>, std::less<>> classes;
  std::map<std::string, std::vector<start>, std::less<>> pages;
  std::map<std::string, std::vector<start>, std::less<>> flows;           // that a user starts
  std::map<std::string, std::vector<record_start>, std::less<>> triggers; // by object
};

// `is_object`: whether a standard object is called so.
[[nodiscard]] graph draw(const metadata::org& found, const object_test& is_object);

} // namespace proviso::tracing
