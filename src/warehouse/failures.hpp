// What drivers say when something fails, as diagnostics a person can act on.
#pragma once

#include "base/diagnostic.hpp"
#include "warehouse/session.hpp"
#include "warehouse/source.hpp"

#include <string>

namespace proviso::warehouse {

// The engine was not reached, or refused the login.
[[nodiscard]] base::diagnostic cannot_connect(const refusal& why, const source& from);
// A table was not there, or may not be read.
[[nodiscard]] base::diagnostic cannot_read(const refusal& why, const table_name& table, const source& from);
// A statement was refused that should not have been.
[[nodiscard]] base::diagnostic cannot_count(const refusal& why, const source& from);

} // namespace proviso::warehouse
