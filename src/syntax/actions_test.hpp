// Which rule is which node: tests, and what a file uses.
#pragma once

#include "syntax/actions.hpp"

namespace proviso::syntax {

// clang-format off
template <> struct action<grammar::use>             : makes<use> {};
template <> struct action<grammar::use_name>        : fills<&use::name> {};

template <> struct action<grammar::test>            : makes<test> {};
template <> struct action<grammar::test_contract>   : makes<test_contract> {};
template <> struct action<grammar::tested_contract> : fills_as<&test_contract::value, word> {};
template <> struct action<grammar::test_plan>       : makes<test_plan> {};
template <> struct action<grammar::given>           : makes<given> {};
template <> struct action<grammar::given_what>      : fills<&given::what> {};
template <> struct action<grammar::given_path>      : fills<&given::path> {};
template <> struct action<grammar::given_content>   : fills<&given::content> {};
template <> struct action<grammar::as_of>           : makes<as_of> {};
template <> struct action<grammar::as_of_date>      : fills<&as_of::value> {};
template <> struct action<grammar::expectation>     : makes<expect> {};
template <> struct action<grammar::expect_no>       : sets<&expect::what, expect::kind::no_rule> {};
template <> struct action<grammar::expect_unknown>  : sets<&expect::what, expect::kind::undetermined> {};
template <> struct action<grammar::expect_cost>     : sets<&expect::what, expect::kind::cost> {};
template <> struct action<grammar::expect_overage>  : sets<&expect::what, expect::kind::overage> {};
template <> struct action<grammar::expect_saving>   : sets<&expect::what, expect::kind::saving> {};
template <> struct action<grammar::expected_rule>   : fills<&expect::rule> {};
template <> struct action<grammar::expected_day>    : fills<&expect::on> {};
template <> struct action<grammar::expected_money>  : fills<&expect::money> {};
// clang-format on

template <>
struct action<grammar::test_plan_text> {
  template <typename Input>
  static void apply(const Input& in, test_plan& node, context& c) {
    const auto quoted = lexeme_of(in, c);
    read(quoted, node.value, c.out);
    node.in_place = quoted.text.starts_with(R"(""")");
  }
};

// The contract's name is read before it shows that the contract itself follows.
template <>
struct action<grammar::contract_in_place> : p::maybe_nothing {
  template <typename Rule, p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  [[nodiscard]] static bool match(Input& in, test_contract& parent, context& c) {
    contract node;
    node.name = std::get<word>(parent.value);
    if (!p::match<Rule, A, M, Action, Control>(in, node, c))
      return false;
    node.at = {node.name.at.source, node.name.at.begin, c.between(c.word_end, c.word_end).end};
    parent.value = std::move(node);
    return true;
  }
};

template <>
struct action<grammar::in_place_title> : fills<&contract::title> {};

} // namespace proviso::syntax
