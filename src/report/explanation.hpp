// A finding explained for a person who wants to recompute it by hand.
#pragma once

#include "checking/rules/explanation.hpp"
#include "report/report.hpp"

#include <string>

namespace proviso::report {

// The finding's clauses, its conditions with their figures and the distance to each threshold, how each figure
// comes about, and what to do.
[[nodiscard]] std::string to_text(const report& all, const contract_report& in, const checking::finding& of,
                                  const checking::explanation& why);

} // namespace proviso::report
