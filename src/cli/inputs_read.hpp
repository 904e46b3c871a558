// The files that a run has read, whatever they were read for.
#pragma once

#include "cli/judged.hpp"

#include <string>
#include <vector>

namespace proviso::cli {

// Exports, and lists of users that plans name: read row by row, so that they are no sources. By path, each
// once;
// "-" where one came from standard input.
[[nodiscard]] std::vector<std::string> tables_read(const judged& run);

// These and the sources; of those that the program carries only the name.
[[nodiscard]] std::vector<std::string> files_read(const judged& run);

} // namespace proviso::cli
