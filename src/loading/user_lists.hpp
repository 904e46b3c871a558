// The lists of users that populations of a plan are matched by.
#pragma once

#include "base/diagnostic.hpp"
#include "observing/route.hpp"
#include "usage/plan.hpp"

#include <string>

namespace proviso::loading {

// They lie beside the plan, and may not lead out of its folder. Ids or names, the first cell of each row.
[[nodiscard]] observing::user_lists read_lists(const usage::plan& plan, const std::string& plan_file,
                                               base::diagnostics& faults);

} // namespace proviso::loading
