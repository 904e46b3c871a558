// A test: a contract, a plan, what else is given, and what is expected of them.
#pragma once

#include "grammar/contract.hpp"

namespace proviso::grammar {

// clang-format off

// contract northwind | contract small "Small" { … }
struct tested_contract   : name {};
struct in_place_title    : title_of<"contract"> {};
struct contract_in_place : headed<expect<in_place_title>, contract_block> {};
struct contract_end      : ends<"a title and a contract in place"> {};
struct begins_in_place   : p::at<p::sor<quote, open_brace>> {};
struct test_contract     : sentence<kw<"contract">, expect<tested_contract>, p::if_then_else<begins_in_place, contract_in_place, contract_end>> {};

// plan "northwind.plan.toml" | plan """…"""
struct test_plan_text    : text {};
struct test_plan         : line<kw<"plan">, expect<test_plan_text>> {};

// given logins "logins.csv" | given metadata "profiles/Dealer.profile" """…"""
struct given_what        : p::sor<kw<"logins">, kw<"users">, kw<"assignments">, kw<"metadata">, kw<"org">> {};
struct given_path        : p::seq<p::not_at<quotes>, text> {};
struct given_content     : p::seq<p::at<quotes>, text> {};
struct given_input       : p::sor<p::seq<token<given_path>, p::opt<given_content>>, given_content> {};
struct given             : sentence<kw<"given">, expect<given_what>, expect<given_input>, ends<"a text of several lines">> {};

// as of 2027-06-01
struct as_of_date        : date {};
struct as_of             : line<kw<"as">, expect<kw<"of">>, expect<as_of_date>> {};

// expect no login-pool-exceeded for portal-logins on 2028-11-20; expect cost 2_122_285.00
struct expect_no         : kw<"no"> {};
struct expect_unknown    : kw<"undetermined"> {};
struct expect_cost       : kw<"cost"> {};
struct expect_overage    : kw<"overage"> {};
struct expect_saving     : kw<"saving"> {};
struct expected_money    : amount {};
struct expected_day      : date {};
struct expected_rule     : name {};
struct money_expectation : p::seq<token<p::sor<expect_cost, expect_overage, expect_saving>>, expect<expected_money>, ends<"">> {};
struct rule_expectation  : p::seq<p::opt<token<p::sor<expect_no, expect_unknown>>>, expect<expected_rule>, optional_part<kw<"for">, expect<subject>>,
                                  optional_part<kw<"on">, expect<expected_day>>, ends<"'for', 'on'">> {};
struct expectation       : sentence<kw<"expect">, p::sor<money_expectation, rule_expectation>> {};

struct test_block        : block<test_block, test_contract, test_plan, given, as_of, set, expectation, cited, note> {};

// test "the pack covers the first November" { … }
struct test              : sentence<kw<"test">, headed<expect<title_of<"test">>, test_block>> {};
// clang-format on

} // namespace proviso::grammar
