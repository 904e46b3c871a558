// What a run in a pipeline does around its report: the baseline it is held against or writes, the change it is
// about.
#pragma once

#include "cli/options/pipeline_request.hpp"
#include "cli/output/outcome.hpp"
#include "cli/output/overwriting.hpp"
#include "cli/pipeline/baseline.hpp"
#include "cli/pipeline/change.hpp"

#include <optional>

namespace proviso::cli {

class pipeline {
public:
  explicit pipeline(const pipeline_request& asked) : asked_(asked) {}

  // The baseline and the lists of changed files. A baseline that is to be written need not be there yet.
  void read(base::diagnostics& faults);

  [[nodiscard]] std::vector<written_path> writes() const;
  [[nodiscard]] std::vector<std::string> inputs() const;
  // What standard input held, where it listed changed files.
  [[nodiscard]] const std::string& standard_input() const { return change_.standard_input(); }

  // Sets apart what is known, leaves out what the change does not touch, and adds to the outcome the baseline
  // to write and a word about it.
  void apply(report::report& to, outcome& result);

  // After that; null where there is none.
  [[nodiscard]] const baseline* accepted() const { return accepted_ ? &*accepted_ : nullptr; }

private:
  void start_baseline(const report::report& all, outcome& result);
  void shrink_baseline(const report::report& all, outcome& result);

  const pipeline_request& asked_;
  std::optional<baseline> accepted_;
  change change_;
};

} // namespace proviso::cli
