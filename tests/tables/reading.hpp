// A table from a text, read as the program reads a file, and printed so that a test can compare all of it.
#pragma once

#include "tables/table.hpp"

#include <string>
#include <string_view>

namespace proviso::tables {

// "a|b" for each header, "2: x|-" for each row with its line and '-' for an empty cell, "3! has …" for a bad
// row, then each diagnostic as "fault: message" and "help: …"; the file is called t.
[[nodiscard]] std::string read_text(std::string_view text);

} // namespace proviso::tables
