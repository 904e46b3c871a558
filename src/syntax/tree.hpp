// A file as written: every node is plain data and knows where it stands. Nothing is resolved or judged here.
// Words are views into their source, which must outlive the tree.
#pragma once

#include "base/day.hpp"
#include "base/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace proviso::syntax {

using base::span;

// ---- words and literals

struct word { // a name, an API name, a pattern such as *__c, or a keyword that is a value
  std::string_view text;
  span at;
};

struct text { // decoded: escapes replaced, the indentation of a multi-line text removed
  std::string value;
  span at;
};

struct decimal { // units × 10^-scale; at most 18 digits
  std::int64_t units = 0;
  std::uint8_t scale = 0;
  span at;
};

struct percent { // 10% is {10, 0}
  decimal value;
  span at;
};

struct amount { // 2.00 or 2.00 EUR
  decimal value;
  word currency; // empty text: the contract's
  span at;
};

struct date {
  base::day value;
  span at;
};

struct duration { // 3 months, 90 days; years are 12 months
  std::int64_t count = 0;
  bool in_days = false;
  span at;
};

// A bare name is a word; so are `true` and `false`.
using literal = std::variant<decimal, percent, amount, date, duration, text, word>;

struct reference { // a name, or a quoted text where names have blanks: portal-logins, "key dealers"
  std::string value;
  span at;
};

// ---- clauses that any block may hold

struct cited { // clause "Order form §3"
  text document;
  span at;
};

struct note {
  text value;
  span at;
};

struct source_of { // source "…" [as of DATE]
  text value;
  std::optional<date> as_of;
  span at;
};

// ---- contract

struct party { // vendor "…", customer "…"
  bool vendor = false;
  text name;
  span at;
};

struct term {
  date first;
  date last;
  span at;
};

struct months_start { // months start on day 1
  decimal day;
  span at;
};

struct short_months { // short months by day
  span at;
};

struct currency {
  word code;
  span at;
};

struct time_zone {
  text name;
  span at;
};

enum class rounding_mode { half_up, half_even, up, down };

struct rounding {
  rounding_mode mode = rounding_mode::half_up;
  span at;
};

struct commit { // commit 600_000.00 per year | over the term
  amount least;
  bool per_year = false;
  span at;
};

struct price_hold {
  date until;
  span at;
};

struct external_only { // external only, not "acme.com"
  std::vector<text> employees;
  span at;
};

struct waive {
  word rule;
  std::optional<reference> subject;
  date until;
  text owner;
  text because;
  span at;
};

struct treat { // treat RULE as error | warning | info | off
  word rule;
  word severity;
  span at;
};

struct set { // set RULE.param to 90%
  word rule;
  word parameter;
  literal value;
  span at;
};

// ---- SKU and quote

// A unit as written without a leading "per": "login", "logins", "member", "partner account".
struct unit {
  std::string words; // lower case, single blanks, singular: "login", "partner account"
  span at;
};

struct license_of { // license customer-community
  word license;
  span at;
};

struct sold_as {
  unit sold;
  span at;
};

struct count_unit { // count one login per user per day | month; count every login
  enum class kind { per_user_day, per_user_month, every_login } value = kind::per_user_day;
  span at;
};

struct count_types { // count only "A", "B"; count except "C"
  bool only = false;
  std::vector<text> types;
  span at;
};

struct quantity {
  decimal value;
  bool per_month = false;
  span at;
  span whole; // "20_000 per month": what a finding underlines
};

struct block {
  decimal size;
  span at;
};

struct minimum {
  decimal value;
  span at;
};

struct slice { // first 500 at 15.00; next 1_500 at 13.50; beyond at 12.00
  enum class kind { first, next, beyond } position = kind::first;
  std::optional<decimal> size; // none for beyond
  amount price;
  span at;
};

struct price {
  enum class shape { flat, graduated, volume } how = shape::flat;
  std::optional<amount> value;      // flat
  std::optional<unit> per;          // "login", "member", …; none with `per block of`
  std::optional<decimal> per_block; // per block of 1_000
  enum class rhythm { unsaid, month, year } every = rhythm::unsaid;
  std::vector<slice> slices; // graduated, volume
  span at;
};

struct discount {
  percent value;
  span at;
};

struct accounts { // accounts 20 per login
  decimal value;
  unit per;
  span at;
};

struct grace { // grace 10% | grace 500
  std::variant<percent, decimal> value;
  span at;
};

struct overage {
  bool blocked = false;
  std::optional<amount> value;
  std::optional<unit> per;
  std::optional<decimal> per_block;
  enum class window { monthly, quarterly, yearly, over_the_term } measured = window::monthly;
  span at;
};

struct rollover {
  decimal logins;
  duration validity; // in months
  span at;
};

struct pack { // pack 15_000 on 2027-11-15 for 22_500.00
  decimal logins;
  date on;
  amount price;
  span at;
};

struct uplift { // uplift at most 7% per renewal
  percent at_most;
  span at;
};

struct swap { // swap 20 logins for 1 member of key-dealers, at most 500 members per year
  decimal logins;
  decimal members;
  word sku;
  std::optional<decimal> at_most;
  span at;
};

struct reduce { // reduce at most 10% per year
  percent at_most;
  span at;
};

struct co_termed {
  word with;
  span at;
};

struct step; // from DATE { … }

using sku_clause = std::variant<license_of, sold_as, count_unit, count_types, quantity, block, minimum, price,
                                discount, accounts, grace, overage, rollover, pack, uplift, swap, reduce,
                                co_termed, rounding, step, cited, note>;

struct step {
  date from;
  std::vector<sku_clause> clauses;
  span at;
};

struct sku {
  bool quote = false;
  word name;
  std::optional<text> title; // may be left out in an amendment only
  std::vector<sku_clause> clauses;
  span at;
};

// ---- restriction

enum class operation { create, read, update, remove };

struct stated_operation {
  operation value = operation::read;
  span at;
};

struct scope { // for customer-community, external, portal-logins
  std::vector<word> names;
  span at;
};

struct prohibit {
  std::vector<stated_operation> operations;
  std::vector<word> objects; // API names, patterns, or groups of the catalogue
  bool including_related = false;
  span at;
};

struct prohibit_capability {
  std::vector<word> capabilities;
  span at;
};

struct limit { // limit custom-objects 10, except managed
  word what;
  decimal most;
  bool except_managed = false;
  span at;
};

struct except {
  std::vector<stated_operation> operations;
  std::vector<word> objects;
  std::optional<reference> subject;
  std::optional<date> from;
  std::optional<date> until;
  std::optional<text> because; // its absence is an error
  span at;
};

struct open_ended {
  span at;
};

using restriction_clause =
    std::variant<scope, prohibit, prohibit_capability, limit, except, open_ended, cited, note>;

struct restriction {
  word name;
  std::optional<text> title;
  std::vector<restriction_clause> clauses;
  span at;
};

struct end_of { // end sku NAME, end restriction NAME: in an amendment only
  bool sku = false;
  word name;
  span at;
};

using contract_clause =
    std::variant<party, term, months_start, short_months, currency, time_zone, rounding, commit, price_hold,
                 external_only, waive, treat, set, sku, restriction, end_of, cited, note>;

struct contract {
  word name;
  text title;
  std::vector<contract_clause> clauses;
  span at;
};

struct amendment {
  text title;
  word contract;
  date effective;
  std::vector<contract_clause> clauses;
  span at;
};

// ---- catalogue

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

// ---- rule

// One shape for all expressions; `children` in the order written.
struct expression {
  enum class kind {
    constant,  // value
    name,      // word: a variable, a parameter, or a value of the type it meets
    field,     // children[0].word
    unary,     // op: negate, not_; children[0]
    binary,    // op; children[0], children[1]
    exists,    // children[0] exists
    condition, // if children[0] then children[1] else children[2]
    call,      // word(children…): min, max, round
    aggregate, // word (children[0] for variable in children[1] [where children[2]]); count has no body:
               // children are the path and the condition
    today,
  };
  enum class op {
    none,
    negate,
    not_,
    or_,
    and_,
    equal,
    unequal,
    less,
    at_most,
    greater,
    at_least,
    in,
    plus,
    minus,
    times,
    over
  };

  kind what = kind::constant;
  op how = op::none;
  literal value; // constant
  word name;     // name, field, call, aggregate
  word variable; // aggregate
  std::vector<expression> children;
  span at;
};

struct severity {
  word value;
  span at;
};

struct rule_kind {
  word value;
  span at;
};

struct param {
  word name;
  literal value;
  span at;
};

struct each { // for x in PATH [where CONDITION]
  word variable;
  expression path;
  std::optional<expression> where;
  span at;
};

struct when {
  expression condition;
  span at;
};

// "text with {expressions}": literal pieces and holes in turn.
struct template_text {
  std::vector<std::variant<std::string, expression>> pieces;
  span at;
};

struct report {
  template_text message;
  span at;
};

struct place { // at FACT ["label"]
  expression fact;
  std::optional<text> label;
  span at;
};

struct cost {
  expression value;
  span at;
};

struct saves {
  expression value;
  bool per_month = false;
  span at;
};

struct fix {
  template_text advice;
  span at;
};

struct because {
  text value;
  span at;
};

using rule_clause = std::variant<severity, rule_kind, param, each, when, report, place, cost, saves, fix,
                                 because, source_of, cited, note>;

struct rule {
  word name;
  text title;
  std::vector<rule_clause> clauses;
  span at;
};

// ---- test

struct test_contract { // contract NAME, or a whole contract in place
  std::variant<word, contract> value;
  span at;
};

struct test_plan { // plan "file.toml", or the plan itself as a multi-line text
  text value;
  bool in_place = false;
  span at;
};

struct given { // given logins "file.csv"; given metadata "profiles/X.profile" """…"""
  word what;
  std::optional<text> path;
  std::optional<text> content;
  span at;
};

struct as_of {
  date value;
  span at;
};

struct expect {
  enum class kind { rule, no_rule, undetermined, cost, overage, saving } what = kind::rule;
  word rule;
  std::optional<reference> subject;
  std::optional<date> on;
  std::optional<amount> money;
  span at;
};

using test_clause = std::variant<test_contract, test_plan, given, as_of, set, expect, cited, note>;

struct test {
  text title;
  std::vector<test_clause> clauses;
  span at;
};

// ---- file

struct use { // use "salesforce/experience-cloud", use "./file.proviso"
  text name;
  span at;
};

using declaration = std::variant<use, contract, amendment, license, capability, object, group, rule, test>;

struct file {
  std::vector<declaration> declarations;
};

} // namespace proviso::syntax
