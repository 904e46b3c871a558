// What a reader is told where a rule that must match does not. A rule without a message does not compile.
// Words in single quotes are what could be written there; the nearest one to what was found is suggested.
#pragma once

#include "grammar/file.hpp"

#include <array>

namespace proviso::grammar {

// ---- messages put together from words of the grammar

template <letters... Parts>
inline constexpr auto together = [] {
  std::array<char, ((sizeof(Parts.text) - 1) + ... + 1)> result{};
  auto at = result.begin();
  ((at = std::copy_n(Parts.text, sizeof(Parts.text) - 1, at)), ...);
  return result;
}();

template <letters Word>
constexpr wording expected_word(kw<Word>*) {
  return {together<"expected '", Word, "'">.data()};
}
template <letters What>
constexpr wording expected_word(name_of<What>*) {
  return {together<"expected a name for the ", What>.data(), "a name is kebab-case and starts with a letter"};
}
template <letters What>
constexpr wording expected_word(title_of<What>*) {
  return {together<"expected the title of the ", What, " in quotes">.data()};
}
template <letters Tail>
constexpr wording expected_word(ends<Tail>*) {
  return {together<"expected ", Tail, " or the end of the clause">.data()};
}
constexpr wording expected_word(ends<"">*) {
  return {"expected the end of the clause"};
}
constexpr wording expected_word(...) {
  return {};
}

// clang-format off
template <typename Rule> inline constexpr wording message = expected_word(static_cast<Rule*>(nullptr));

// ---- wrappers speak for what they hold

template <typename Rule> inline constexpr wording message<token<Rule>>      = message<Rule>;
template <typename Rule> inline constexpr wording message<joint<Rule>>      = message<Rule>;
template <typename Rule> inline constexpr wording message<nested<Rule>>     = message<Rule>;
template <typename Rule> inline constexpr wording message<part<Rule>>       = message<Rule>;

// ---- signs and texts

template <> inline constexpr wording message<open_brace>    = {"expected '{'"};
template <> inline constexpr wording message<close_members> = {"expected ',' or '}'"};
template <> inline constexpr wording message<unclosed_text> = {"this text has no closing quote", "a text ends on its line; one of several lines stands between \"\"\" and \"\"\""};
template <> inline constexpr wording message<close_quote>   = message<unclosed_text>;
template <> inline constexpr wording message<close_quotes>  = message<unclosed_text>;
template <> inline constexpr wording message<set_dot>       = {"expected '.' and a parameter, as in login-pool-tight.share"};
template <> inline constexpr wording message<param_equals>  = {"expected '='"};
template <> inline constexpr wording message<overage_comma> = {"expected ', measured' and a window", "an overage says its window: measured monthly, quarterly, yearly or over the term"};

template <typename Member> inline constexpr wording message<members<Member>> = message<open_brace>;

// ---- clauses of any block

template <> inline constexpr wording message<cited_document> = {"expected the place in the document, in quotes"};
template <> inline constexpr wording message<note_text>      = {"expected the note in quotes"};
template <> inline constexpr wording message<source_text>    = {"expected the source in quotes"};
template <> inline constexpr wording message<source_date>    = {"expected a day such as 2027-01-15"};

// ---- contract

template <> inline constexpr wording message<party_name>        = {"expected the name of the party in quotes"};
template <> inline constexpr wording message<term_first>        = {"expected the first day, such as 2027-01-15"};
template <> inline constexpr wording message<term_last>         = {"expected the last day, such as 2030-01-14"};
template <> inline constexpr wording message<months_day>        = {"expected a day of the month, 1 to 31"};
template <> inline constexpr wording message<contract_currency> = {"expected a currency code such as USD"};
template <> inline constexpr wording message<zone_name>         = {"expected the zone in quotes, such as \"America/Los_Angeles\""};
template <> inline constexpr wording message<commit_value>      = {"expected an amount such as 600_000.00"};
template <> inline constexpr wording message<commit_span>       = {"expected 'per year' or 'over the term'"};
template <> inline constexpr wording message<price_hold_word>   = {"expected 'hold'", "a contract states 'price hold until DATE'; prices stand in its SKUs and quotes"};
template <> inline constexpr wording message<price_hold_date>   = {"expected a day such as 2028-01-14"};
template <> inline constexpr wording message<employee_address>  = {"expected an address in quotes, such as \"acme.com\""};
template <> inline constexpr wording message<rule_word>         = {"expected the name of a rule"};
template <> inline constexpr wording message<subject>           = {"expected a name such as portal-logins, or one in quotes"};
template <> inline constexpr wording message<waive_until>       = {"expected 'for' or 'until'", "a waiver says when it ends: until DATE by \"owner\" because \"reason\""};
template <> inline constexpr wording message<waive_date>        = {"expected the last day of the waiver, such as 2027-12-31"};
template <> inline constexpr wording message<waive_by>          = {"expected 'by' and the owner", "a waiver names who owns it: by \"owner\" because \"reason\""};
template <> inline constexpr wording message<waive_owner>       = {"expected the owner of the waiver in quotes"};
template <> inline constexpr wording message<waive_because>     = {"expected 'because' and the reason", "a waiver gives its reason: because \"reason\""};
template <> inline constexpr wording message<waive_reason>      = {"expected the reason in quotes"};
template <> inline constexpr wording message<treat_severity>    = {"expected 'error', 'warning', 'info' or 'off'"};
template <> inline constexpr wording message<parameter_name>    = {"expected the name of a parameter"};
template <> inline constexpr wording message<literal>           = {"expected a value such as 90%, 500, 2.00 EUR, 3 months or a name"};
template <> inline constexpr wording message<end_what>          = {"expected 'sku' or 'restriction'"};
template <> inline constexpr wording message<ended_name>        = {"expected the name of what ends"};
template <> inline constexpr wording message<amended_contract>  = {"expected the name of the contract that is amended"};
template <> inline constexpr wording message<effective_date>    = {"expected the first day of the amendment, such as 2028-02-15"};

// ---- SKU and quote

template <> inline constexpr wording message<license_word>      = {"expected the name of a license"};
template <> inline constexpr wording message<sold_unit>         = {"expected the unit that is sold: 'logins', 'members' or another"};
template <> inline constexpr wording message<login_type>        = {"expected a login type in quotes"};
template <> inline constexpr wording message<counted_logins>    = {"expected 'one', 'every', 'only' or 'except'"};
template <> inline constexpr wording message<count_rhythm>      = {"expected 'day' or 'month'"};
template <> inline constexpr wording message<quantity_value>    = {"expected a whole number such as 20_000"};
template <> inline constexpr wording message<block_value>       = {"expected a whole number such as 1_000"};
template <> inline constexpr wording message<minimum_value>     = {"expected a whole number such as 500"};
template <> inline constexpr wording message<price_value>       = {"expected an amount such as 2.00, 'graduated' or 'volume'"};
template <> inline constexpr wording message<price_measure>     = {"expected the unit that is priced: 'login', 'member', 'block of …' or another"};
template <> inline constexpr wording message<price_block>       = message<block_value>;
template <> inline constexpr wording message<price_unit>        = {"expected the unit that is priced: 'login', 'member' or another"};
template <> inline constexpr wording message<price_rhythm>      = {"expected 'month' or 'year'"};
template <> inline constexpr wording message<slice_size>        = {"expected the size of the slice, a whole number such as 500"};
template <> inline constexpr wording message<slice_at>          = {"expected 'at' and the price of the slice"};
template <> inline constexpr wording message<slice_price>       = {"expected an amount such as 15.00"};
template <> inline constexpr wording message<discount_value>    = {"expected a percentage such as 12.5%"};
template <> inline constexpr wording message<accounts_value>    = {"expected a number such as 20"};
template <> inline constexpr wording message<accounts_unit>     = {"expected 'login', 'member' or another unit"};
template <> inline constexpr wording message<grace_value>       = {"expected a percentage such as 10% or a whole number such as 500"};
template <> inline constexpr wording message<overage_value>     = {"expected an amount such as 2.50, or 'blocked'"};
template <> inline constexpr wording message<overage_measure>   = {"expected the unit that is charged: 'login', 'block of …' or another"};
template <> inline constexpr wording message<overage_block>     = {"expected a whole number such as 100"};
template <> inline constexpr wording message<overage_window>    = {"expected 'monthly', 'quarterly', 'yearly' or 'over the term'"};
template <> inline constexpr wording message<rollover_value>    = {"expected a whole number such as 5_000"};
template <> inline constexpr wording message<rollover_validity> = {"expected a number of months such as 2 months"};
template <> inline constexpr wording message<pack_value>        = {"expected a whole number such as 15_000"};
template <> inline constexpr wording message<pack_date>         = {"expected a day such as 2027-11-15"};
template <> inline constexpr wording message<pack_price>        = {"expected an amount such as 22_500.00"};
template <> inline constexpr wording message<uplift_value>      = {"expected a percentage such as 7%"};
template <> inline constexpr wording message<swap_logins>       = {"expected a whole number such as 20"};
template <> inline constexpr wording message<swap_members>      = {"expected a whole number such as 1"};
template <> inline constexpr wording message<swap_limit>        = {"expected a whole number such as 500"};
template <> inline constexpr wording message<swap_login_word>   = {"expected 'logins'"};
template <> inline constexpr wording message<swap_member_word>  = {"expected 'members'"};
template <> inline constexpr wording message<reduce_value>      = {"expected a percentage such as 10%"};
template <> inline constexpr wording message<other_sku>         = {"expected the name of a sku"};
template <> inline constexpr wording message<rounding_mode>     = {"expected 'half up', 'half even', 'up' or 'down'"};
template <> inline constexpr wording message<half_direction>    = {"expected 'up' or 'even'"};
template <> inline constexpr wording message<step_date>         = {"expected the first day of the step, such as 2028-01-15"};

// ---- restriction

template <> inline constexpr wording message<operation>         = {"expected 'create', 'read', 'update' or 'delete'"};
template <> inline constexpr wording message<on_objects>        = {"expected ',' or 'on'"};
template <> inline constexpr wording message<object_word>       = {"expected an object such as Case, a pattern such as *__c, or a group"};
template <> inline constexpr wording message<scope_name>        = {"expected the name of a license, a group or a sku"};
template <> inline constexpr wording message<capability_word>   = {"expected the name of a capability"};
template <> inline constexpr wording message<limited>           = {"expected the name of what is limited, such as custom-objects"};
template <> inline constexpr wording message<limit_value>       = {"expected a whole number such as 10"};
template <> inline constexpr wording message<exception_from>    = {"expected the first day of the exception, such as 2027-01-15"};
template <> inline constexpr wording message<exception_until>   = {"expected the last day of the exception, such as 2027-07-14"};
template <> inline constexpr wording message<exception_because> = {"expected 'because' and the reason", "an exception may say 'for' whom, 'from' and 'until' when, and says because \"reason\" at its end"};
template <> inline constexpr wording message<exception_reason>  = {"expected the reason in quotes"};

// ---- catalogue

template <> inline constexpr wording message<stated_text>       = {"expected the text in quotes, as the vendor writes it"};
template <> inline constexpr wording message<stated_name>       = message<stated_text>;
template <> inline constexpr wording message<stated_unit>       = {"expected 'members', 'logins' or another unit"};
template <> inline constexpr wording message<object_declared>   = {"expected the API name of the object, such as Case"};
template <> inline constexpr wording message<member_object>     = {"expected an object such as Case, or a pattern such as *__c"};
template <> inline constexpr wording message<member_license>    = {"expected the name of a license"};
template <> inline constexpr wording message<member_text>       = {"expected a text in quotes"};

// ---- rule

template <> inline constexpr wording message<severity_word>     = {"expected 'error', 'warning' or 'info'"};
template <> inline constexpr wording message<kind_word>         = {"expected 'breach', 'risk', 'saving' or 'draft'"};
template <> inline constexpr wording message<param_name>        = {"expected the name of the parameter, such as margin"};
template <> inline constexpr wording message<each_variable>     = {"expected a variable such as w"};
template <> inline constexpr wording message<each_path>         = {"expected a collection such as windows"};
template <> inline constexpr wording message<report_text>       = {"expected the text of the report in quotes"};
template <> inline constexpr wording message<place_fact>        = {"expected a fact such as w.sku.quantity"};
template <> inline constexpr wording message<fix_text>          = {"expected the advice in quotes"};
template <> inline constexpr wording message<because_text>      = {"expected the reason in quotes"};

// ---- expressions

template <> inline constexpr wording message<operand>           = {"expected a value such as w.logins, 500, 10% or a name"};
template <typename Rule> inline constexpr wording message<right_hand<Rule>> = message<operand>;
template <> inline constexpr wording message<child>             = message<operand>;
template <> inline constexpr wording message<expression>        = message<operand>;
template <> inline constexpr wording message<each_condition>    = message<operand>;
template <> inline constexpr wording message<when_condition>    = message<operand>;
template <> inline constexpr wording message<cost_value>        = message<operand>;
template <> inline constexpr wording message<saves_value>       = message<operand>;
template <> inline constexpr wording message<sign>              = message<operand>;
template <> inline constexpr wording message<negation>          = message<operand>;
template <> inline constexpr wording message<binder_condition>  = message<operand>;
template <> inline constexpr wording message<binder_variable>   = message<each_variable>;
template <> inline constexpr wording message<binder_path>       = message<each_path>;
template <> inline constexpr wording message<binding>           = {"expected 'for' and what to go through, as in sum (b.users for b in bands)"};
template <> inline constexpr wording message<binding_or_more>   = {"expected ',' or 'for'"};
template <> inline constexpr wording message<known_call>        = {"expected 'sum', 'count', 'min', 'max', 'any', 'all' or 'round' before '('"};
template <> inline constexpr wording message<field_name>        = {"expected the name of a field", "fields are snake_case"};
template <> inline constexpr wording message<close_parenthesis> = {"expected an operator or ')'"};
template <> inline constexpr wording message<close_hole>        = {"expected an operator or '}'"};
template <> inline constexpr wording message<glued_minus>       = {"'-' subtracts between blanks only", "write a - b; names hold '-', as in portal-logins"};
template <> inline constexpr wording message<chained>           = {"comparisons do not chain", "join two with 'and', as in 0 < x and x < 5"};
template <> inline constexpr wording message<too_deep>          = {"this expression nests more than 64 deep"};
template <> inline constexpr wording message<too_long>          = {"this expression has more than 1,000 parts"};

// ---- test and file

template <> inline constexpr wording message<tested_contract>   = {"expected the name of a contract"};
template <> inline constexpr wording message<test_plan_text>    = {"expected a file in quotes, or the plan between \"\"\" and \"\"\""};
template <> inline constexpr wording message<given_what>        = {"expected 'logins', 'users', 'assignments', 'metadata' or 'org'"};
template <> inline constexpr wording message<given_input>       = {"expected a file in quotes, or its content between \"\"\" and \"\"\""};
template <> inline constexpr wording message<as_of_date>        = {"expected a day such as 2027-06-01"};
template <> inline constexpr wording message<expected_rule>     = {"expected the name of a rule, 'no', 'undetermined', 'cost', 'overage' or 'saving'"};
template <> inline constexpr wording message<expected_day>      = {"expected a day such as 2028-11-20"};
template <> inline constexpr wording message<expected_money>    = {"expected an amount such as 2_122_285.00"};
template <> inline constexpr wording message<use_name>          = {"expected a pack or a file in quotes, such as \"salesforce/experience-cloud\""};

// ---- blocks: what one is called, and what it mostly says

struct block_words {
  std::string_view noun;
  std::string_view wanted; // in it
  std::string_view usual;
  std::string_view closed_to = {}; // why a clause of another block cannot stand here, where that is special
};

template <typename Block> inline constexpr block_words words = {};
template <> inline constexpr block_words words<file>              = {"file", "a declaration", "a file holds 'contract', 'rule', 'license', 'test', 'use' and others"};
template <> inline constexpr block_words words<contract_block>    = {"contract", "a clause of a contract", "a contract holds 'vendor', 'term', 'currency', 'sku', 'restriction' and others"};
template <> inline constexpr block_words words<amendment_block>   = {"amendment", "a clause of an amendment", "an amendment holds what a contract holds, and 'end'"};
template <> inline constexpr block_words words<sku_block>         = {"sku", "a clause of a sku", "a sku holds 'license', 'sold as', 'quantity', 'price', 'overage' and others"};
template <> inline constexpr block_words words<step_block>        = {"step", "a clause of a step", "over time change 'quantity', 'block', 'minimum', 'price', 'discount', 'accounts', 'grace', 'overage' and 'rollover'", "this clause cannot change over time"};
template <> inline constexpr block_words words<slices>            = {"price", "a slice", "slices are 'first 500 at 15.00', 'next 1_500 at 13.50' and 'beyond at 12.00'"};
template <> inline constexpr block_words words<restriction_block> = {"restriction", "a clause of a restriction", "a restriction holds 'prohibit', 'except', 'for', 'limit', 'open ended' and others"};
template <> inline constexpr block_words words<license_block>     = {"license", "a clause of a license", "a license holds 'names', 'keys', 'accounts', 'offers', 'lacks', 'allows', 'denies' and 'source'"};
template <> inline constexpr block_words words<object_block>      = {"object", "a clause of an object", "an object holds 'related' and 'source'"};
template <> inline constexpr block_words words<rule_block>        = {"rule", "a clause of a rule", "a rule holds 'severity', 'for', 'when', 'report', 'at', 'fix' and others"};
template <> inline constexpr block_words words<test_block>        = {"test", "a clause of a test", "a test holds 'contract', 'plan', 'given', 'as of', 'set' and 'expect'"};
// clang-format on

// Where a word is the first of a clause.
struct home {
  std::string_view noun;
  std::span<const std::string_view> clauses;
};

template <typename... Blocks>
inline constexpr std::array homes_of = {home{words<Blocks>.noun, Blocks::keywords}...};

inline constexpr auto homes = homes_of<contract_block, amendment_block, sku_block, slices, restriction_block,
                                       license_block, object_block, rule_block, test_block>;

} // namespace proviso::grammar
