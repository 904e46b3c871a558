// The contract, its amendments, and what they say beyond SKUs and restrictions.
#pragma once

#include "grammar/expression.hpp"
#include "grammar/restriction.hpp"

namespace proviso::grammar {

// clang-format off

// vendor "Salesforce"
struct party_name       : text {};
struct vendor           : line<kw<"vendor">, expect<party_name>> {};
struct customer         : line<kw<"customer">, expect<party_name>> {};

// term 2027-01-15 to 2030-01-14
struct term_first       : date {};
struct term_last        : date {};
struct term             : line<kw<"term">, expect<term_first>, expect<kw<"to">>, expect<term_last>> {};

// months start on day 1; short months by day
struct months_day       : whole {};
struct months_start     : line<kw<"months">, expect<kw<"start">>, expect<kw<"on">>, expect<kw<"day">>, expect<months_day>> {};
struct short_months     : line<kw<"short">, expect<kw<"months">>, expect<kw<"by">>, expect<kw<"day">>> {};

// currency USD
struct contract_currency : p::seq<p::plus<p::alpha>, edge> {};
struct currency         : line<kw<"currency">, expect<contract_currency>> {};

// time zone "America/Los_Angeles"
struct zone_name        : text {};
struct time_zone        : line<kw<"time">, expect<kw<"zone">>, expect<zone_name>> {};

// commit 600_000.00 per year | over the term
struct commit_value     : amount {};
struct commit_per_year  : p::seq<token<kw<"per">>, expect<kw<"year">>> {};
struct commit_span      : p::sor<commit_per_year, over_the_term> {};
struct commit           : line<kw<"commit">, expect<commit_value>, expect<commit_span>> {};

// price hold until 2028-01-14
struct price_hold_word  : kw<"hold"> {};
struct price_hold_date  : date {};
struct price_hold       : line<kw<"price">, expect<price_hold_word>, expect<kw<"until">>, expect<price_hold_date>> {};

// external only, not "acme.com", "acme.co.uk"
struct employee_address : text {};
struct external_not     : p::seq<joint<comma>, expect<kw<"not">>, listing<employee_address>> {};
struct external_only    : sentence<kw<"external">, expect<kw<"only">>, p::opt<external_not>, ends<"', not …'">> {};

// waive login-pool-tight for portal-logins until 2027-12-31 by "procurement" because "event season"
struct rule_word        : name {};
struct waive_until      : kw<"until"> {};
struct waive_date       : date {};
struct waive_by         : kw<"by"> {};
struct waive_owner      : text {};
struct waive_because    : kw<"because"> {};
struct waive_reason     : text {};
struct waive            : line<kw<"waive">, expect<rule_word>, optional_part<kw<"for">, expect<subject>>, expect<waive_until>, expect<waive_date>,
                               expect<waive_by>, expect<waive_owner>, expect<waive_because>, expect<waive_reason>> {};

// treat login-pool-tight as error
struct treat_severity   : p::sor<kw<"error">, kw<"warning">, kw<"info">, kw<"off">> {};
struct treat            : line<kw<"treat">, expect<rule_word>, expect<kw<"as">>, expect<treat_severity>> {};

// 90%, 3 months, 2.00 EUR, "text", a-name
struct literal_number   : number {};
struct literal_percent  : percent {};
struct literal_money    : money {};
struct literal_duration : duration {};
struct literal_date     : date {};
struct literal_text     : text {};
struct literal_word     : name {};
struct literal          : p::sor<literal_date, literal_percent, literal_money, literal_duration, literal_number, literal_text, literal_word> {};

// set login-pool-tight.share to 90%
struct set_dot          : p::one<'.'> {};
struct parameter_name   : name {};
struct set              : line<kw<"set">, p::must<rule_word, set_dot, parameter_name>, gap, expect<kw<"to">>, expect<literal>> {};

// end sku portal-logins
struct end_sku          : kw<"sku"> {};
struct end_restriction  : kw<"restriction"> {};
struct end_what         : p::sor<end_sku, end_restriction> {};
struct ended_name       : name {};
struct end_of           : line<kw<"end">, expect<end_what>, expect<ended_name>> {};

template <typename Self, typename... More>
struct contract_clauses : block<Self, More..., vendor, customer, term, months_start, short_months, currency, time_zone, rounding, commit, price_hold,
                                external_only, waive, treat, set, cited, note> {};
struct contract_block   : contract_clauses<contract_block, sku, quote_offer, restriction> {};
struct amendment_block  : contract_clauses<amendment_block, amended_sku, amended_quote, amended_restriction, end_of> {};

// contract northwind "Northwind dealer portal" { … }
struct contract         : sentence<kw<"contract">, headed<titled<"contract">, contract_block>> {};

// amendment "Amendment 1" to northwind effective 2028-02-15 { … }
struct amended_contract : name {};
struct effective_date   : date {};
struct amendment        : sentence<kw<"amendment">, headed<p::seq<expect<title_of<"amendment">>, expect<kw<"to">>, expect<amended_contract>,
                                                                  expect<kw<"effective">>, expect<effective_date>>, amendment_block>> {};
// clang-format on

} // namespace proviso::grammar
