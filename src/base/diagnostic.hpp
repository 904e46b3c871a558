// What is wrong with an input, as data: what, where, and the way out. Never rendered text.
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proviso::base {

// A place with a word about it: "purchased here".
struct label {
  span at;
  std::string text;

  friend bool operator==(const label&, const label&) = default;
};

// What a fault rests on. Where a part of a text could not be read, what rests on all of it may be a follow-up.
enum class ground : std::uint8_t {
  text,   // on all of it: something is missing, or contradicts something else
  name,   // on the name at its place, which nothing declares
  clause, // on the clause at its place, and on those that its labels show
};

// An error in an input: the run ends with exit status 2.
struct diagnostic {
  std::string message;       // one terse sentence without a full stop
  span at;                   // what is underlined
  std::string help;          // the way out: "did you mean 'per'?"
  std::vector<label> others; // other places that matter, such as the first of two definitions
  ground rests_on = ground::text;
};

using diagnostics = std::vector<diagnostic>;

// As they are told: without those that say the same of the same place again, those of one text together and in
// its order, the texts in the order they come up.
[[nodiscard]] diagnostics each_once(const diagnostics& all);

} // namespace proviso::base
