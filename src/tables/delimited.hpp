// Delimited text with a header: see table.hpp.
#pragma once

#include "tables/table.hpp"

namespace proviso::tables {

// The delimiter that stands most often in the first line, outside of quotes; a comma where none does.
[[nodiscard]] char delimiter_of(std::string_view first_line);

void read_delimited(bytes& from, const listener& to, base::diagnostics& faults);

} // namespace proviso::tables
