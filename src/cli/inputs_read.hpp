// The files that a run has read, whatever they were read for.
#pragma once

#include "cli/judged.hpp"

#include <string>
#include <vector>

namespace proviso::cli {

// Exports are read row by row, so that they are no sources; "-" where one came from standard input.
[[nodiscard]] std::vector<std::string> tables_of(const loading::export_files& from);
// They and the lists of users that plans name, by path, each once.
[[nodiscard]] std::vector<std::string> tables_read(const judged& run);

// These and the sources; of those that the program carries only the name.
[[nodiscard]] std::vector<std::string> files_read(const judged& run);

} // namespace proviso::cli
