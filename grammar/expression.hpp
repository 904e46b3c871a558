// Expressions of rules and the texts that hold them. Loosest first: if, or, and, not, one comparison, + -, * /,
// sign, exists, fields.
//
// Each level is its operand and, level by level, steps to the right, so that nothing is read twice. How deep an
// expression nests and how many parts it has is bounded, so that neither reading nor walking it can exhaust the
// stack.
#pragma once

#include "grammar/recovery.hpp"

#include <algorithm>

namespace proviso::grammar {

inline constexpr std::uint32_t deepest_expression = 64;
inline constexpr std::uint32_t longest_expression = 1000;

// ---- bounds

struct too_deep {};
struct too_long {};

// One level deeper.
template <typename Rule>
struct nested {
  using rule_t = nested;
  using subs_t = p::type_list<Rule>;

  template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    auto& c = progress_of(st...);
    const counted level(c.depth);
    if (c.depth > deepest_expression)
      Control<too_deep>::raise(in, st...);
    return Control<Rule>::template match<A, M, Action, Control>(in, st...);
  }
};

// A part of the expression: a value or a field.
template <typename Rule>
struct part {
  using rule_t = part;
  using subs_t = p::type_list<Rule>;

  template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    if (!Control<Rule>::template match<A, M, Action, Control>(in, st...))
      return false;
    if (++progress_of(st...).parts > longest_expression)
      Control<too_long>::raise(in, st...);
    return true;
  }
};

// An expression that stands in no other.
template <typename Rule>
struct outermost {
  using rule_t = outermost;
  using subs_t = p::type_list<Rule>;

  template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    progress_of(st...).parts = 0;
    return Control<Rule>::template match<A, M, Action, Control>(in, st...);
  }
};

// Content, which expects what it begins with, between Open and Close; there line ends are blanks.
template <typename Open, typename Content, typename Close>
struct enclosed {
  using rule_t = enclosed;
  using subs_t = p::type_list<Open, wide_gap, Content, Close>;

  template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    if (!Control<Open>::template match<A, M, Action, Control>(in, st...))
      return false;
    auto& c = progress_of(st...);
    const counted parenthesis(c.parentheses);
    pass_lines(in, c);
    c.goes_on = true;
    if (!Control<Content>::template match<A, p::rewind_mode::dontcare, Action, Control>(in, st...))
      return false;
    if (!Control<Close>::template match<A, p::rewind_mode::required, Action, Control>(in, st...))
      Control<Close>::raise(in, st...);
    return true;
  }
};

// ---- operators

struct glued_minus {};

// Subtracts between blanks only: a-b is a name, and a -b is nothing that a reader could tell from it.
struct minus {
  using rule_t = minus;
  using subs_t = p::empty_list;

  template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class Control,
            typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    if (in.empty() || in.peek_char() != '-')
      return false;
    const auto blank = [](char c) { return is_blank(c) || c == '\n'; };
    const bool before = blank(in.current()[-1]);
    if (!before || in.size(2) < 2 || !blank(in.peek_char(1)))
      Control<glued_minus>::raise(in, st...);
    in.bump();
    return true;
  }
};

// A bare name, followed by no field where it holds a '-'.
struct bare_name {
  using rule_t = bare_name;
  using subs_t = p::empty_list;

  template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class Control,
            typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    const auto rest = rest_of(in);
    const auto length = name_length(rest);
    const auto dash = rest.substr(0, length).rfind('-');
    if (dash != std::string_view::npos && rest.substr(length).starts_with('.')) {
      in.bump(dash);
      Control<glued_minus>::raise(in, st...);
    }
    in.bump(length);
    return length != 0;
  }
};

// A text with holes begins here, and something closes it.
struct template_start {
  using rule_t = template_start;
  using subs_t = p::empty_list;

  template <p::apply_mode, p::rewind_mode, template <typename...> class, template <typename...> class Control,
            typename Input, typename... States>
  [[nodiscard]] static bool match(Input& in, States&... st) {
    const auto length = text_length(rest_of(in));
    if (length == std::string_view::npos)
      Control<unclosed_text>::raise(in, st...);
    return length != 0;
  }
};

// What stands in a text before its next hole, its end or the end of the line; an escape passes as a whole.
[[nodiscard]] constexpr std::size_t short_piece_length(std::string_view rest) {
  std::size_t at = 0;
  while ((at = std::min(rest.find_first_of("\"{\n\\", at), rest.size())) < rest.size() && rest[at] == '\\') {
    if (at + 1 == rest.size())
      break;
    at += rest.substr(at).starts_with("\\u{") ? 3u : 2u;
  }
  return at;
}

// clang-format off

// ---- operators and their right hand sides

template <typename Rule> struct right_hand : Rule {};
template <typename Operator, typename Rule>
struct step_right        : p::seq<joint<Operator>, expect<right_hand<Rule>>> {};

struct plus              : p::one<'+'> {};
struct times             : p::one<'*'> {};
struct over              : p::one<'/'> {};
struct equal             : p::string<'=', '='> {};
struct unequal           : p::string<'!', '='> {};
struct at_most           : p::string<'<', '='> {};
struct at_least          : p::string<'>', '='> {};
struct less              : p::one<'<'> {};
struct greater           : p::one<'>'> {};
struct element_of        : kw<"in"> {};
struct either            : kw<"or"> {};
struct both              : kw<"and"> {};
struct comparator        : p::sor<equal, unequal, at_most, at_least, less, greater, element_of> {};
struct scaling           : p::sor<times, over> {};
struct adding            : p::sor<plus, minus> {};

// ---- values

struct disjunction;
struct conditional;
struct operand           : p::sor<conditional, disjunction> {};
struct child             : operand {};

struct number_value      : number {};
struct percent_value     : percent {};
struct money_value       : money {};
struct duration_value    : duration {};
struct date_value        : date {};
struct text_value        : text {};
struct constant          : p::sor<date_value, percent_value, money_value, duration_value, number_value, text_value> {};

struct open_parenthesis  : p::one<'('> {};
struct close_parenthesis : p::one<')'> {};
struct parenthesised     : enclosed<open_parenthesis, expect<nested<operand>>, close_parenthesis> {};

struct dot               : p::one<'.'> {};
struct field_name        : measured<field_length> {};
struct field             : p::seq<dot, p::must<part<field_name>>> {};
struct value_name        : bare_name {};
struct path              : p::seq<part<value_name>, p::star<field>> {};

// sum (b.users for b in bands where b.users > 0), count (b in bands), min (a, b)
struct binder_variable   : variable {};
struct binder_in         : kw<"in"> {};
struct binder_path       : path {};
struct binder_condition  : operand {};
struct binder            : p::seq<expect<binder_variable>, p::must<joint<binder_in>>, expect<binder_path>,
                                  p::opt<joint<kw<"where">>, expect<binder_condition>>> {};
struct binding           : p::seq<joint<kw<"for">>, binder> {};
struct more_arguments    : p::plus<joint<comma>, expect<child>> {};
struct binding_or_more   : p::sor<binding, more_arguments> {};
struct bound             : p::seq<expect<child>, p::must<binding>> {};
struct bound_or_listed   : p::seq<expect<child>, p::must<binding_or_more>> {};

template <typename Name, typename Content>
struct call              : p::seq<token<Name>, enclosed<open_parenthesis, nested<Content>, close_parenthesis>> {};
struct counting_name     : kw<"count"> {};
struct summing_name      : p::sor<kw<"sum">, kw<"any">, kw<"all">> {};
struct extreme_name      : p::sor<kw<"min">, kw<"max">> {};
struct rounding_name     : kw<"round"> {};
struct known_call        : p::sor<call<counting_name, binder>, call<summing_name, bound>,
                                  call<extreme_name, bound_or_listed>, call<rounding_name, expect<child>>> {};
struct call_start        : p::seq<name, p::star<p::blank>, open_parenthesis> {};
struct any_call          : p::seq<p::at<call_start>, p::must<known_call>> {};

struct primary           : p::sor<parenthesised, part<constant>, part<any_call>, part<value_name>> {};

// ---- levels, tightest first

struct existing          : kw<"exists"> {};
struct postfix           : p::seq<primary, p::star<field>, gap, p::opt<token<existing>>> {};

struct negative_sign     : p::one<'-'> {};
struct sign;
struct negative          : p::seq<joint<negative_sign>, expect<nested<sign>>> {};
struct sign              : p::sor<negative, postfix> {};

struct product_step      : step_right<scaling, sign> {};
struct product           : p::seq<sign, p::star<product_step>> {};
struct sum_step          : step_right<adding, product> {};
struct sum               : p::seq<product, p::star<sum_step>> {};

struct chained           {};
struct comparison_step   : p::seq<step_right<comparator, sum>, p::sor<p::not_at<comparator>, p::raise<chained>>> {};
struct comparison        : p::seq<sum, p::opt<comparison_step>> {};

struct negation;
struct denial            : p::seq<joint<kw<"not">>, expect<nested<negation>>> {};
struct negation          : p::sor<denial, comparison> {};
struct conjunction_step  : step_right<both, negation> {};
struct conjunction       : p::seq<negation, p::star<conjunction_step>> {};
struct disjunction_step  : step_right<either, conjunction> {};
struct disjunction       : p::seq<conjunction, p::star<disjunction_step>> {};

// if a then b else c
struct kw_then           : kw<"then"> {};
struct kw_else           : kw<"else"> {};
struct branches          : p::seq<expect<child>, p::must<joint<kw_then>>, expect<child>, p::must<joint<kw_else>>, expect<child>> {};
struct conditional       : p::seq<joint<kw<"if">>, nested<branches>> {};

// An expression that stands in no other one.
struct expression        : outermost<operand> {};

// ---- texts with expressions: "{w.sku} needs {w.logins} logins"

struct quote             : p::one<'"'> {};
struct close_quote       : p::one<'"'> {};
struct quotes            : p::string<'"', '"', '"'> {};
struct close_quotes      : p::string<'"', '"', '"'> {};
struct escape            : p::sor<p::string<'\\', 'u', '{'>, p::seq<p::one<'\\'>, p::any>> {};
struct short_piece       : measured<short_piece_length> {};
struct long_piece        : p::plus<p::sor<escape, p::seq<p::not_at<quotes>, p::not_one<'{', '\\'>>>> {};
struct close_hole        : p::one<'}'> {};
struct hole              : enclosed<open_brace, expect<expression>, close_hole> {};
struct short_template    : p::seq<quote, p::star<p::sor<hole, short_piece>>, p::must<close_quote>> {};
struct long_template     : p::seq<quotes, p::star<p::sor<hole, long_piece>>, p::must<close_quotes>> {};
struct template_text     : p::seq<template_start, p::sor<long_template, short_template>> {};
// clang-format on

} // namespace proviso::grammar

namespace tao::pegtl {

template <typename Name, typename Rule>
struct analyze_traits<Name, proviso::grammar::nested<Rule>> : analyze_traits<Name, typename Rule::rule_t> {};

template <typename Name, typename Rule>
struct analyze_traits<Name, proviso::grammar::part<Rule>> : analyze_traits<Name, typename Rule::rule_t> {};

template <typename Name, typename Rule>
struct analyze_traits<Name, proviso::grammar::outermost<Rule>> : analyze_traits<Name, typename Rule::rule_t> {};

template <typename Name, typename Open, typename Content, typename Close>
struct analyze_traits<Name, proviso::grammar::enclosed<Open, Content, Close>>
    : analyze_traits<Name, typename seq<Open, Content, Close>::rule_t> {};

template <typename Name>
struct analyze_traits<Name, proviso::grammar::minus> : analyze_any_traits<> {};

template <typename Name>
struct analyze_traits<Name, proviso::grammar::bare_name> : analyze_any_traits<> {};

template <typename Name>
struct analyze_traits<Name, proviso::grammar::template_start> : analyze_opt_traits<> {};

} // namespace tao::pegtl
