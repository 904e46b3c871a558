// What the tests came to, for people and for pipelines.
#pragma once

#include "base/source.hpp"
#include "testing/coverage.hpp"
#include "testing/run.hpp"

#include <string>
#include <vector>

namespace proviso::testing {

struct report {
  const base::sources* sources = nullptr;
  std::vector<file_tested> files;
  coverage rules;
};

struct tally {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t broken = 0; // could not run
};

[[nodiscard]] tally count(const report& of);

// Each test that did not pass with the expectation, what was expected and what there was; then coverage and
// counts.
[[nodiscard]] std::string to_text(const report& of);
// JUnit XML: a suite for each file, "failure" where an expectation is not met, "error" where a test cannot run.
[[nodiscard]] std::string to_junit(const report& of);

} // namespace proviso::testing
