// The inside of the compiler: expressions of one rule to nodes. Shared by its source files only.
#pragma once

#include "base/diagnostic.hpp"
#include "checking/rules/rule.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace proviso::checking {

// The presence of facts that may be absent, by a key that is equal for equal expressions; fields that come
// together share one.
[[nodiscard]] std::string presence_key(const rule& in, node_id id);
// The keys of what is certainly there once the condition came out as `outcome`.
void learn(const rule& in, node_id condition, bool outcome, std::vector<std::string>& keys);

// Chooses the conjunct of `where` by which the loop's records can be looked up, if there is one.
void find_lookup(const rule& in, loop& of);
// Whether the aggregate reads nothing from outside but through its loop's key.
[[nodiscard]] bool hangs_on_key_alone(const rule& in, const node& aggregate);

struct constant_value { // of a literal
  type is;
  value what;
  bool whole = false;        // a number without a fraction
  std::string_view currency; // of money
};
[[nodiscard]] constant_value read_literal(const syntax::literal& literal);

struct compiled { // an expression that has a type
  node_id id = no_node;
  operand as;
};
using maybe = std::optional<compiled>; // empty: its fault is reported

class expressions {
public:
  expressions(rule& into, base::diagnostics& faults) : rule_(into), faults_(faults) {}

  [[nodiscard]] maybe compile(const syntax::expression& tree);
  // One of that shape; `role` says what asks for it: "'when'".
  [[nodiscard]] node_id compile_as(const syntax::expression& tree, shape wanted, std::string_view role);

  // The number of the loop, whose variable is seen from here on until `close_loop`; its `where` holds for all
  // that follows. Empty where the collection has a fault.
  [[nodiscard]] std::optional<std::uint32_t>
  open_loop(const syntax::word& named, const syntax::expression& path, const syntax::expression* where);
  void close_loop();

  // All that follows is read only where the condition held.
  void assume(node_id condition);

  // A record, or a field of one, that has a place in its source.
  [[nodiscard]] std::optional<place_of> compile_place(const syntax::expression& fact);

  void fault(base::span at, std::string message, std::string help = {},
             base::ground rests_on = base::ground::clause);

private:
  struct variable {
    std::string_view name;
    const collection* over;
    std::size_t known_before; // presence keys to keep when it closes
  };

  // ---- one kind of expression each
  maybe constant(const syntax::literal& value, base::span at);
  maybe name(const syntax::expression& tree);
  maybe field(const syntax::expression& tree, bool tested);
  maybe record_field(const syntax::expression& tree, const compiled& owner, bool tested);
  maybe period_field(const syntax::expression& tree, const compiled& owner);
  maybe unary(const syntax::expression& tree);
  maybe exists(const syntax::expression& tree);
  maybe condition(const syntax::expression& tree);
  maybe binary(const syntax::expression& tree);
  maybe logical(const syntax::expression& tree, operation what);
  maybe comparison(const syntax::expression& tree, operation what);
  maybe membership(const syntax::expression& tree);
  maybe arithmetic(const syntax::expression& tree, operation what);
  maybe call(const syntax::expression& tree);
  maybe round(const syntax::expression& tree);
  maybe aggregate(const syntax::expression& tree, bool tested);
  maybe aggregate_body(const syntax::expression& tree, std::uint32_t loop, bool tested);

  // ---- names that mean what they are compared with
  [[nodiscard]] bool is_symbol(const syntax::expression& tree) const;
  maybe symbol(const syntax::expression& tree, type beside);
  maybe name_constant(std::string_view text, type beside, base::span at);
  std::optional<std::pair<compiled, compiled>> sides(const syntax::expression& left,
                                                     const syntax::expression& right);

  // ---- making nodes
  maybe make(node made, operand as);
  maybe make_aggregate(node made, type is);
  maybe make(operation what, type is, base::span at, std::array<node_id, 3> children);
  // The node where the types fit, else the misfit at the expression.
  maybe fit(const fitted& result, operation what, const syntax::expression& tree,
            std::array<node_id, 3> children, operand as = {});
  maybe without_presence(const syntax::expression& tree, node_id id);

  [[nodiscard]] std::optional<std::uint32_t> slot_of(std::string_view name) const;
  [[nodiscard]] std::optional<std::uint32_t> parameter_of(std::string_view name) const;
  maybe unknown_name(const syntax::expression& tree);
  [[nodiscard]] bool is_present(const std::string& key) const;
  void check_nesting(const loop& inner, base::span at);

  rule& rule_;
  base::diagnostics& faults_;
  std::vector<variable> variables_;
  std::vector<std::string> present_;
};

} // namespace proviso::checking
