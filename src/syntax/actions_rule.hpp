// Which rule is which node: rules, their expressions and their templates.
#pragma once

#include "syntax/actions.hpp"

namespace proviso::syntax {

// clang-format off
template <> struct action<grammar::rule>           : makes<rule> {};
template <> struct action<grammar::severity>       : makes<severity> {};
template <> struct action<grammar::severity_word>  : fills<&severity::value> {};
template <> struct action<grammar::rule_kind>      : makes<rule_kind> {};
template <> struct action<grammar::kind_word>      : fills<&rule_kind::value> {};
template <> struct action<grammar::param>          : makes<param> {};
template <> struct action<grammar::param_name>     : fills<&param::name> {};
template <> struct action<grammar::each>           : makes<each> {};
template <> struct action<grammar::each_variable>  : fills<&each::variable> {};
template <> struct action<grammar::each_path>      : into<&each::path> {};
template <> struct action<grammar::each_condition> : into<&each::where> {};
template <> struct action<grammar::when>           : makes<when> {};
template <> struct action<grammar::when_condition> : into<&when::condition> {};
template <> struct action<grammar::report>         : makes<report> {};
template <> struct action<grammar::report_text>    : into<&report::message> {};
template <> struct action<grammar::place>          : makes<place> {};
template <> struct action<grammar::place_fact>     : into<&place::fact> {};
template <> struct action<grammar::place_label>    : fills<&place::label> {};
template <> struct action<grammar::cost>           : makes<cost> {};
template <> struct action<grammar::cost_value>     : into<&cost::value> {};
template <> struct action<grammar::saves>          : makes<saves> {};
template <> struct action<grammar::saves_value>    : into<&saves::value> {};
template <> struct action<grammar::saves_month>    : sets<&saves::per_month, true> {};
template <> struct action<grammar::fix>            : makes<fix> {};
template <> struct action<grammar::fix_text>       : into<&fix::advice> {};
template <> struct action<grammar::because>        : makes<because> {};
template <> struct action<grammar::because_text>   : fills<&because::value> {};
// clang-format on

// ---- values: the state is the expression that is being read

template <typename Value>
struct constant_of {
  template <typename Input>
  static void apply(const Input& in, expression& node, context& c) {
    Value value;
    read(lexeme_of(in, c), value, c.out);
    node.what = expression::kind::constant;
    node.value = std::move(value);
    node.at = lexeme_of(in, c).at;
  }
};

// clang-format off
template <> struct action<grammar::number_value>   : constant_of<decimal> {};
template <> struct action<grammar::percent_value>  : constant_of<percent> {};
template <> struct action<grammar::money_value>    : constant_of<amount> {};
template <> struct action<grammar::duration_value> : constant_of<duration> {};
template <> struct action<grammar::date_value>     : constant_of<date> {};
template <> struct action<grammar::text_value>     : constant_of<text> {};
// clang-format on

template <>
struct action<grammar::value_name> {
  template <typename Input>
  static void apply(const Input& in, expression& node, context& c) {
    read(lexeme_of(in, c), node.name, c.out);
    node.what = node.name.text == "today" ? expression::kind::today : expression::kind::name;
    node.at = node.name.at;
  }
};

// Puts what is read so far under a new node.
inline expression& wrap(expression& node, expression::kind what, span at) {
  expression outer;
  outer.what = what;
  outer.at = at;
  outer.children.reserve(2);
  outer.children.push_back(std::move(node));
  node = std::move(outer);
  return node;
}

template <>
struct action<grammar::field_name> {
  template <typename Input>
  static void apply(const Input& in, expression& node, context& c) {
    const auto field = lexeme_of(in, c);
    read(field, wrap(node, expression::kind::field, base::join(node.at, field.at)).name, c.out);
  }
};

template <>
struct action<grammar::existing> {
  template <typename Input>
  static void apply(const Input& in, expression& node, context& c) {
    wrap(node, expression::kind::exists, base::join(node.at, lexeme_of(in, c).at));
  }
};

// The span of what stands in parentheses holds them.
template <>
struct action<grammar::parenthesised> {
  template <typename Input>
  static void apply(const Input& in, expression& node, context& c) {
    node.at = lexeme_of(in, c).at;
  }
};

// ---- operators

// The right hand side of an operator while its left one waits.
struct operation_step {
  expression::op how = expression::op::none;
  expression right;
};

template <typename Rule>
struct action<grammar::right_hand<Rule>> : into<&operation_step::right> {};

struct binary : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  [[nodiscard]] static bool match(Input& in, expression& left, context& c) {
    operation_step step;
    if (!p::match<Rule, A, M, Action, Control>(in, step, c))
      return false;
    auto& node = wrap(left, expression::kind::binary, base::join(left.at, step.right.at));
    node.how = step.how;
    node.children.push_back(std::move(step.right));
    return true;
  }
};

template <expression::op How>
struct unary : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  [[nodiscard]] static bool match(Input& in, expression& node, context& c) {
    const char* const begin = in.current();
    if (!p::match<Rule, A, M, Action, Control>(in, node, c))
      return false;
    wrap(node, expression::kind::unary, base::join(c.between(begin, begin), node.at)).how = How;
    return true;
  }
};

// clang-format off
template <> struct action<grammar::product_step>     : binary {};
template <> struct action<grammar::sum_step>         : binary {};
template <> struct action<grammar::comparison_step>  : binary {};
template <> struct action<grammar::conjunction_step> : binary {};
template <> struct action<grammar::disjunction_step> : binary {};
template <> struct action<grammar::negative>         : unary<expression::op::negate> {};
template <> struct action<grammar::denial>           : unary<expression::op::not_> {};

template <> struct action<grammar::times>            : sets<&operation_step::how, expression::op::times> {};
template <> struct action<grammar::over>             : sets<&operation_step::how, expression::op::over> {};
template <> struct action<grammar::plus>             : sets<&operation_step::how, expression::op::plus> {};
template <> struct action<grammar::minus>            : sets<&operation_step::how, expression::op::minus> {};
template <> struct action<grammar::equal>            : sets<&operation_step::how, expression::op::equal> {};
template <> struct action<grammar::unequal>          : sets<&operation_step::how, expression::op::unequal> {};
template <> struct action<grammar::less>             : sets<&operation_step::how, expression::op::less> {};
template <> struct action<grammar::at_most>          : sets<&operation_step::how, expression::op::at_most> {};
template <> struct action<grammar::greater>          : sets<&operation_step::how, expression::op::greater> {};
template <> struct action<grammar::at_least>         : sets<&operation_step::how, expression::op::at_least> {};
template <> struct action<grammar::element_of>       : sets<&operation_step::how, expression::op::in> {};
template <> struct action<grammar::both>             : sets<&operation_step::how, expression::op::and_> {};
template <> struct action<grammar::either>           : sets<&operation_step::how, expression::op::or_> {};
// clang-format on

// ---- nodes with several children

// The rule is a node of its own, which replaces the empty one it was to fill.
template <expression::kind What>
struct composes : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  [[nodiscard]] static bool match(Input& in, expression& parent, context& c) {
    const char* const begin = in.current();
    expression node;
    node.what = What;
    if (!p::match<Rule, A, M, Action, Control>(in, node, c))
      return false;
    node.at = c.between(begin, in.current() == c.gap_end ? c.word_end : in.current());
    parent = std::move(node);
    return true;
  }
};

struct adds_child : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  [[nodiscard]] static bool match(Input& in, expression& parent, context& c) {
    expression child;
    if (!p::match<Rule, A, M, Action, Control>(in, child, c))
      return false;
    parent.children.push_back(std::move(child));
    return true;
  }
};

struct binds {
  template <typename Input>
  static void apply(const Input& in, expression& node, context& c) {
    node.what = expression::kind::aggregate;
    read(lexeme_of(in, c), node.variable, c.out);
  }
};

// clang-format off
template <> struct action<grammar::conditional>      : composes<expression::kind::condition> {};
template <> struct action<grammar::any_call>         : composes<expression::kind::call> {};
template <> struct action<grammar::child>            : adds_child {};
template <> struct action<grammar::binder_path>      : adds_child {};
template <> struct action<grammar::binder_condition> : adds_child {};
template <> struct action<grammar::binder_variable>  : binds {};
template <> struct action<grammar::counting_name>    : fills<&expression::name> {};
template <> struct action<grammar::summing_name>     : fills<&expression::name> {};
template <> struct action<grammar::extreme_name>     : fills<&expression::name> {};
template <> struct action<grammar::rounding_name>    : fills<&expression::name> {};
// clang-format on

// ---- templates

template <>
struct action<grammar::hole> : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  [[nodiscard]] static bool match(Input& in, template_text& parent, context& c) {
    expression node;
    if (!p::match<Rule, A, M, Action, Control>(in, node, c))
      return false;
    parent.pieces.emplace_back(std::move(node));
    return true;
  }
};

struct adds_piece {
  template <typename Input>
  static void apply(const Input& in, template_text& node, context& c) {
    auto piece = read_piece(lexeme_of(in, c), c.lines, node.pieces.empty(), c.out);
    if (!piece.empty())
      node.pieces.emplace_back(std::move(piece));
  }
};

template <>
struct action<grammar::short_piece> : adds_piece {};
template <>
struct action<grammar::long_piece> : adds_piece {};

template <>
struct action<grammar::template_text> : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  [[nodiscard]] static bool match(Input& in, template_text& node, context& c) {
    const char* const begin = in.current();
    const auto rest = grammar::rest_of(in);
    const auto length = grammar::text_length(rest);
    const bool many_lines = length != std::string_view::npos && rest.starts_with(R"(""")");
    c.lines = many_lines ? margin_of(rest.substr(0, length)) : margin{};
    if (!p::match<Rule, A, M, Action, Control>(in, node, c))
      return false;
    node.at = c.between(begin, in.current());
    end_last_line(node, c.lines);
    return true;
  }

private:
  static void end_last_line(template_text& node, const margin& lines) {
    auto* last = node.pieces.empty() ? nullptr : std::get_if<std::string>(&node.pieces.back());
    if (last == nullptr || !lines.closes_on_own || !last->ends_with('\n'))
      return;
    last->pop_back();
    if (last->empty())
      node.pieces.pop_back();
  }
};

} // namespace proviso::syntax
