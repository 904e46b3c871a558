// The language server: messages in, messages out. It lives through everything but the end of its input.
#pragma once

#include "editor/workspace.hpp"

#include <iosfwd>

namespace proviso::editor {

// Serves until the editor says exit or the input ends. The exit status: 0 where the editor said shutdown
// before, else 1.
[[nodiscard]] int serve(settings by, std::istream& in, std::ostream& out);

} // namespace proviso::editor
