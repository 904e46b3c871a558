// The only place that writes: to files, standard output and standard error.
#pragma once

#include "cli/output/outcome.hpp"

namespace proviso::cli {

// Writes what the outcome holds and returns the exit status. Files come first, each through a temporary file
// beside it that takes its name once all of them are written; where that fails nothing is written and the
// status is 2. A pipe that its reader closed ends quietly and leaves the status as it is.
[[nodiscard]] int deliver(const outcome& all);

} // namespace proviso::cli
