// Whether standard output is painted.
#pragma once

#include "base/diagnostic.hpp"
#include "cli/options/settings.hpp"

namespace proviso::cli {

// --color always or never decides; else NO_COLOR, CLICOLOR_FORCE and CLICOLOR in that order, else whether a
// terminal reads.
[[nodiscard]] bool wants_colour(const given* colour, base::diagnostics& faults);

} // namespace proviso::cli
