// Which rules the tests show: reported by some test, kept silent by some test.
#pragma once

#include "testing/run.hpp"

#include <string>
#include <vector>

namespace proviso::testing {

struct coverage {
  std::size_t rules = 0;    // there are
  std::size_t reported = 0; // by "expect RULE" or "expect undetermined RULE" of a test that passed
  std::size_t silent = 0;   // by "expect no RULE" of a test that passed
  // By name, of the rules that the tested files themselves declare.
  std::vector<std::string> never_reported;
  std::vector<std::string> never_silent;
};

[[nodiscard]] coverage covered_by(const std::vector<file_tested>& files, const std::vector<std::string>& rules);

} // namespace proviso::testing
