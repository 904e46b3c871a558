// Clauses to text in the canonical layout.
#pragma once

#include "format/outline.hpp"

#include <string>

namespace proviso::format {

[[nodiscard]] std::string laid_out(const std::vector<clause>& whole);

} // namespace proviso::format
