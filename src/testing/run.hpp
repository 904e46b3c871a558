// Runs the tests of a file: each contract under its plan as of its day, held against what the test expects.
#pragma once

#include "base/source.hpp"
#include "loading/project.hpp"
#include "testing/expectation.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::testing {

struct tested {
  std::string file; // as named
  std::string title;
  base::span at; // its title
  std::vector<const syntax::expect*> expectations;
  std::vector<failure> failures; // in the order of the file
  base::diagnostics faults;      // why it could not run; empty where it did

  [[nodiscard]] bool passed() const { return failures.empty() && faults.empty(); }
};

struct file_tested {
  std::vector<tested> tests;
  std::vector<std::string> rules; // that the file itself declares
};

struct conditions {
  std::optional<base::day> as_of; // where a test names no day; else the first day of its contract's term
  std::function<bool(std::string_view file, std::string_view title)> chosen; // which tests to run
};

// Faults of the file itself, which keep all its tests from running, go to `faults`. A rule of the file takes
// the place of the library's rule of that name. A contract in place knows the whole catalogue of the library.
[[nodiscard]] file_tested run_tests(loading::project& in, base::sources& sources, const std::string& file,
                                    const loading::bundle& named, const conditions& how,
                                    base::diagnostics& faults);

} // namespace proviso::testing
