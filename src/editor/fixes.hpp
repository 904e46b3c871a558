// Edits that follow the advice of a remark: the clause that is missing, the name that was meant.
#pragma once

#include "editor/remarks.hpp"
#include "editor/rename.hpp"

#include <string>
#include <vector>

namespace proviso::editor {

struct quick_fix {
  std::string title;
  edit change;
  remark of;
};

// For the remarks that touch the range. None that would leave a PRICE or a NAME to fill in: what it writes
// checks.
[[nodiscard]] std::vector<quick_fix> fixes_of(const analysis& in, base::span range);

} // namespace proviso::editor
