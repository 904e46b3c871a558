// A rule after its types are checked: nodes in an array, names resolved to fields, variables to slots. Texts
// are views into the syntax tree and its source, which must outlive it.
#pragma once

#include "checking/finding.hpp"
#include "checking/rules/schema.hpp"
#include "checking/rules/type.hpp"
#include "checking/rules/value.hpp"
#include "syntax/tree.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

namespace proviso::checking {

using node_id = std::uint32_t;
inline constexpr node_id no_node = ~node_id{0};

enum class operation : std::uint8_t {
  constant,
  parameter,
  variable,
  contract,
  today,
  field,
  period_start,
  period_end,
  period_days,
  exists,
  negate,
  not_,
  and_,
  or_,
  equal,
  unequal,
  less,
  at_most,
  greater,
  at_least,
  in_names,
  in_period,
  add,
  subtract,
  multiply,
  divide,
  condition,
  smaller,
  larger,
  round,
  sum,
  least,
  most,
  any,
  all,
  count,
};

struct node {
  operation what = operation::constant;
  type is;
  base::span at;
  std::array<node_id, 3> children{no_node, no_node, no_node};
  value constant;            // of a constant
  std::string_view currency; // of a constant amount; empty: none
  const checking::field* read = nullptr;
  std::uint32_t index = 0; // of a variable's slot, a parameter, or an aggregate's loop
  bool by_name = false;    // == and !=: a record against the name of one
};

// for x in COLLECTION where …, in a rule or in an aggregate.
struct loop {
  std::uint32_t slot = 0;
  const collection* over = nullptr;
  node_id where = no_node;
  // A conjunct of `where` that equates a field of the record to something outside: looked up, not scanned.
  node_id inner_key = no_node;
  node_id outer_key = no_node;

  // Of an aggregate: nothing outside but the key decides what it comes to, so it is computed once for each.
  bool by_key_alone = false;

  [[nodiscard]] bool looks_up() const { return inner_key != no_node; }
};

struct parameter {
  std::string_view name;
  type is;
  bool whole = false; // a whole number: it takes the unit beside it
  value initial;
  std::string_view currency; // of money
  base::span at;
};

struct place_of { // at FACT "label"
  node_id record = no_node;
  const checking::field* fact = nullptr; // none: the record's declaration
  std::string_view label;
};

using wording = std::vector<std::variant<std::string_view, node_id>>;

struct rule {
  const syntax::rule* written = nullptr;
  std::string_view name;
  std::string_view title;
  checking::severity severity = checking::severity::error;
  checking::kind kind = checking::kind::breach;
  std::string_view because;
  std::string source; // several are joined
  std::vector<parameter> parameters;
  std::vector<node> nodes;
  std::vector<loop> loops;
  std::vector<std::uint32_t> each; // the loops of its `for` clauses, outermost first
  std::uint32_t slots = 0;
  node_id when = no_node;
  wording report;
  wording fix;
  std::vector<place_of> places;
  node_id cost = no_node;
  node_id saves = no_node;
  bool saves_per_month = false;
  bool about_waivers = false; // runs after the others
  base::span at;              // its name

  [[nodiscard]] const node& operator[](node_id id) const { return nodes[id]; }
};

} // namespace proviso::checking
