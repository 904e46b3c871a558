// JSON records: see table.hpp.
#pragma once

#include "tables/table.hpp"

namespace proviso::tables {

// A page that says that others follow it, or that there are more records, is a fault: a part must not pass for
// the whole.
void read_records(bytes& from, const listener& to, base::diagnostics& faults);

} // namespace proviso::tables
