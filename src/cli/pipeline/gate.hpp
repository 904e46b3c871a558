// Whether a run fails on what it found.
#pragma once

#include "cli/options/request.hpp"
#include "cli/pipeline/baseline.hpp"
#include "report/report.hpp"

namespace proviso::cli {

// Something at or above the level; an undetermined finding only where the level is that, which includes errors.
[[nodiscard]] bool fails_on(gate level, const report::tally& found);

// One line for each contract that costs more than the limit, or whose cost is incomplete; empty where all pass.
[[nodiscard]] std::string over_limit(const cost_limit& limit, const report::report& all);

// One line for each contract that costs more than the baseline says and the increase allows, or of which that
// cannot be told.
[[nodiscard]] std::string over_increase(const cost_limit& most, const baseline& old, const report::report& all);

// One line for each pool that runs out in its running window with a higher probability than that, or of which
// none can be told; empty where all pass.
[[nodiscard]] std::string over_exhaustion(const base::rational& most, const report::report& all);

} // namespace proviso::cli
