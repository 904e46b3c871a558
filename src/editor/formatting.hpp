// The canonical layout of an open text, as the edit that brings it there.
#pragma once

#include "editor/analysis.hpp"
#include "editor/rename.hpp"

#include <vector>

namespace proviso::editor {

// At most one edit, of the lines that change. Throws `refused` where the text has faults.
[[nodiscard]] std::vector<edit> formatted(const analysis& in);

} // namespace proviso::editor
