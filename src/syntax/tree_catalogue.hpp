// Licenses, capabilities, objects and groups as written.
#pragma once

#include "syntax/tree_sku.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace proviso::syntax {

struct stated_name { // "Customer Community" as members
  text value;
  unit sold;
};

struct names { // names … or keys …
  bool keys = false;
  std::vector<stated_name> values;
  span at;
};

struct offers { // offers …, or lacks …
  bool lacks = false;
  std::vector<word> capabilities;
  span at;
};

struct allows { // allows create, read on Case, Contact; or denies …
  bool denies = false;
  std::vector<stated_operation> operations;
  std::vector<word> objects;
  span at;
};

using license_clause = std::variant<names, accounts, offers, allows, source_of, cited, note>;

struct license {
  word name;
  text title;
  std::vector<license_clause> clauses;
  span at;
};

struct capability { // capability reports "Reports and dashboards" [source …]
  word name;
  text title;
  std::optional<source_of> source;
  span at;
};

struct related {
  std::vector<word> objects;
  span at;
};

using object_clause = std::variant<related, source_of, cited, note>;

struct object { // object Case { related CaseComment }
  word name;
  std::vector<object_clause> clauses;
  span at;
};

struct group { // objects NAME "…" { A, B } [source …]; licenses …; texts … { "A", "B" }
  enum class kind { objects, licenses, texts } of = kind::objects;
  word name;
  text title;
  std::vector<word> members; // objects, licenses
  std::vector<text> values;  // texts
  std::optional<source_of> source;
  span at;
};

} // namespace proviso::syntax
