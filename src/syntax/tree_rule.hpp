// Rules and their expressions as written.
#pragma once

#include "syntax/tree_words.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace proviso::syntax {

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
  std::vector<expression> where; // one, or none; in place it would make every clause half as large again
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

} // namespace proviso::syntax
