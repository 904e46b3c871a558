// A rule: which records it looks at, when it reports, and what it says.
#pragma once

#include "grammar/contract.hpp"

namespace proviso::grammar {

// clang-format off

// severity error; kind saving
struct severity_word  : p::sor<kw<"error">, kw<"warning">, kw<"info">> {};
struct severity       : line<kw<"severity">, expect<severity_word>> {};
struct kind_word      : p::sor<kw<"breach">, kw<"risk">, kw<"saving">, kw<"draft">> {};
struct rule_kind      : line<kw<"kind">, expect<kind_word>> {};

// param margin = 5%
struct param_name     : variable {};
struct param_equals   : p::one<'='> {};
struct param          : line<kw<"param">, expect<param_name>, p::must<joint<param_equals>>, expect<literal>> {};

// for b in bands where b.users > 0
struct each_variable  : variable {};
struct each_path      : outermost<path> {};
struct each_condition : expression {};
struct each           : sentence<kw<"for">, expect<each_variable>, p::must<joint<binder_in>>, expect<each_path>,
                                 p::opt<joint<kw<"where">>, expect<each_condition>>, ends<"'where', an operator">> {};

// when w.exceeded
struct when_condition : expression {};
struct when           : sentence<kw<"when">, expect<when_condition>, ends<"an operator">> {};

// report "{w.sku} needs {w.logins} logins"
struct report_text    : p::seq<template_text> {};
struct report         : line<kw<"report">, expect<report_text>> {};

// at w.sku.quantity "purchased here"
struct place_fact     : outermost<path> {};
struct place_label    : text {};
struct place          : sentence<kw<"at">, expect<place_fact>, p::opt<token<place_label>>, ends<"a label in quotes">> {};

// cost w.overage; saves b.users * 2.00 USD per month
struct cost_value     : expression {};
struct cost           : sentence<kw<"cost">, expect<cost_value>, ends<"an operator">> {};
struct saves_value    : expression {};
struct saves_month    : kw<"month"> {};
struct saves          : sentence<kw<"saves">, expect<saves_value>, optional_part<kw<"per">, expect<saves_month>>, ends<"'per month', an operator">> {};

// fix "buy {w.short} more per month"; because "…"
struct fix_text       : p::seq<template_text> {};
struct fix            : line<kw<"fix">, expect<fix_text>> {};
struct because_text   : text {};
struct because        : line<kw<"because">, expect<because_text>> {};

struct rule_block     : block<rule_block, severity, rule_kind, param, each, when, report, place, cost, saves, fix, because, source, cited, note> {};

// rule login-pool-exceeded "More logins than the pool holds" { … }
struct rule           : sentence<kw<"rule">, headed<titled<"rule">, rule_block>> {};
// clang-format on

} // namespace proviso::grammar
