// The pool of a SKU sold as logins: what a month is entitled to, and what each window of its overage clause
// owes.
#pragma once

#include "metering/assessment.hpp"

#include <vector>

namespace proviso::metering {

// Fills `entitled` of each month: quantity + packs + rollover. Rollover is drawn before the month's own, oldest
// first, and does not roll again.
void entitle(std::vector<month_usage>& months);

// Logins in excess of what a window entitles to that are not charged.
[[nodiscard]] std::int64_t tolerated(const std::optional<base::stated<model::grace>>& grace,
                                     std::int64_t entitled);

// Windows from the first month on, each under the grace and overage in force on its first day. Without an
// overage clause each contract year is judged as a year and by its months, and nothing is priced.
[[nodiscard]] std::vector<window> windows_of(const std::vector<month_usage>& months,
                                             const model::calendar& calendar, int decimals,
                                             base::rounding rounding);

// The first day on which a blocked pool refuses logins: the first whose running sum exceeds what is left. The
// logins of each population fall on the days by its season.
[[nodiscard]] std::optional<base::day> first_day_locked_out(std::int64_t allowed, const model::month& month,
                                                            const std::vector<const population_usage*>& users);

} // namespace proviso::metering
