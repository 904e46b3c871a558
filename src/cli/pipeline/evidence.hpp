// A folder that proves a run: what it read, by hashes; what it found; how every figure came about. The same run
// over the same inputs gives the same bytes.
#pragma once

#include "cli/judged.hpp"
#include "cli/output/outcome.hpp"
#include "cli/pipeline/pipeline.hpp"

namespace proviso::cli {

struct evident_run {
  const judged& run;
  const report::report& shown;
  const pipeline& around;
  const invocation& invoked; // flags and variables, without proviso.toml
};

// manifest.json, report.json, report.txt, arithmetic.txt, and inputs.sha256 for `sha256sum -c`. A diagnostic
// where an input cannot be read again, or the folder holds something else.
[[nodiscard]] output_folder evidence_of(const evident_run& of, base::diagnostics& faults);

} // namespace proviso::cli
