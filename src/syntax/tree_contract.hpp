// Contracts, restrictions and amendments as written.
#pragma once

#include "syntax/tree_sku.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace proviso::syntax {

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

// ---- restriction

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

} // namespace proviso::syntax
