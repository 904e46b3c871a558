// A file as written: every node is plain data and knows where it stands. Nothing is resolved or judged here.
#pragma once

#include "syntax/tree_catalogue.hpp"
#include "syntax/tree_contract.hpp"
#include "syntax/tree_rule.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace proviso::syntax {

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
