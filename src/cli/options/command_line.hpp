// Arguments to a command and back: the whole program but for writing.
#pragma once

#include "cli/output/outcome.hpp"

namespace proviso::cli {

// Throws nothing: an internal error is an outcome too.
[[nodiscard]] outcome run(int count, const char* const* arguments) noexcept;

} // namespace proviso::cli
