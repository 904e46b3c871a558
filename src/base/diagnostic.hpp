// What is wrong with an input, as data: what, where, and the way out. Never rendered text.
#pragma once

#include "base/span.hpp"

#include <string>
#include <vector>

namespace proviso::base {

// A place with a word about it: "purchased here".
struct label {
  span at;
  std::string text;

  friend bool operator==(const label&, const label&) = default;
};

// An error in an input: the run ends with exit status 2.
struct diagnostic {
  std::string message;       // one terse sentence without a full stop
  span at;                   // what is underlined
  std::string help;          // the way out: "did you mean 'per'?"
  std::vector<label> others; // other places that matter, such as the first of two definitions
};

using diagnostics = std::vector<diagnostic>;

// Without those that say the same of the same place again; the order stays.
[[nodiscard]] diagnostics each_once(const diagnostics& all);

} // namespace proviso::base
