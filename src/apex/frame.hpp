// What is open while a text is read: a bracket, the expression inside of it, and what it belongs to.
#pragma once

#include "apex/expression.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::apex {

struct callee {
  mention::how as = mention::how::call;
  operand is;          // a path to the method, or the type that is made; nothing: `name` of something unknown
  std::string_view at; // as written
};

struct frame {
  enum class how : std::uint8_t { block, group, guard, call, creation, items, index } is = how::block;
  char closes = 0;
  callee of; // of a call, creation or index
  expression now;
  std::vector<values> arguments; // one without a value is null
  bool absent = false;           // null stands in the one that is open
  bool gives_fields = false;     // one of them is given to a field

  std::vector<std::size_t> assigned; // variables that are given its value
  bool goes_on = false;              // it is added to theirs
  bool surely = false;               // and that is not behind a condition

  std::string_view verb; // of a statement on records
  access_mode mode = access_mode::unstated;
  std::string_view first; // the first word or mark of the statement or arguments
};

} // namespace proviso::apex
