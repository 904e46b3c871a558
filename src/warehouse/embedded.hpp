// The dialects and the statements that the program carries in itself.
#pragma once

#include "base/embedded.hpp"

#include <span>

namespace proviso::warehouse {

using base::embedded_file;

[[nodiscard]] std::span<const embedded_file> embedded_dialects();   // "postgresql.txt"
[[nodiscard]] std::span<const embedded_file> embedded_statements(); // "histogram.sql"

} // namespace proviso::warehouse
