// A population of a plan in each contract month: users by entry and growth, logins by login days and season.
#pragma once

#include "metering/assessment.hpp"

namespace proviso::metering {

// "Users and logins of a plan". Figures beyond range come back as `beyond_range` (count.hpp).
[[nodiscard]] population_usage meter_population(const usage::population& population, const model::sku& sku,
                                                const model::calendar& months);

// The season's weight of the days from the month's first to `last`, in days: factor × whole days of the month.
[[nodiscard]] rational season_days(const usage::population& population, base::period days);

} // namespace proviso::metering
