// What a query reads: the objects it names, the relationships it goes through, and whose permissions it obeys.
#pragma once

#include "apex/unit.hpp"

#include <string_view>
#include <vector>

namespace proviso::apex {

struct query {
  std::vector<queried> objects; // each once, in the order of the text
  access_mode mode = access_mode::unstated;
};

// SOQL or SOSL, without brackets around it; perhaps only its beginning. What is no query reads nothing.
[[nodiscard]] query read_query(std::string_view text);
// The type of the rows that a query gives: List<Lead>; empty where that is not told.
[[nodiscard]] std::string rows_of(const query& one, std::string_view text);
[[nodiscard]] std::string rows_of(std::string_view text);

} // namespace proviso::apex
