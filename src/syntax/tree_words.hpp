// Words and literals of a tree, and the clauses that any block may hold. Words are views into their source,
// which must outlive the tree.
#pragma once

#include "base/day.hpp"
#include "base/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

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

// ---- operations on objects

enum class operation { create, read, update, remove };

struct stated_operation {
  operation value = operation::read;
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

} // namespace proviso::syntax
