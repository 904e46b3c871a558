// The door of the layer: contract and plan in, every figure out.
#pragma once

#include "base/diagnostic.hpp"
#include "metering/assessment.hpp"

namespace proviso::metering {

// `plan` may be null. Figures beyond range (10^15 users or logins, a quantity beyond the last slice of its
// price) are diagnostics at the clause they come from; the assessment is then not to be used.
[[nodiscard]] assessment assess(const model::contract& contract, const usage::plan* plan,
                                base::diagnostics& faults);

// Bands of a population on a day: shares become whole users by largest remainder, ties to fewer login days.
// Unknown where only a mean is given, or no login days at all.
[[nodiscard]] known<std::vector<band>> bands(const assessment& all, const population_usage& of,
                                             base::day today);

} // namespace proviso::metering
