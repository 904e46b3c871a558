// What a statement is about, told when the whole text is read: a variable may be given another value after it.
#pragma once

#include "apex/expression.hpp"

#include <span>
#include <vector>

namespace proviso::apex {

struct pending_touch {
  std::size_t type = 0; // where it stands
  std::size_t method = 0;
  std::size_t touch = 0;
  bool is_query = false; // `on` is its text, else what is written
  values on;
  std::vector<values> options; // further arguments
};

// `held` is what each variable may hold.
void settle(touch& one, const pending_touch& what, std::span<const values> held);

} // namespace proviso::apex
