// A population of a plan in each contract month: users by entry and growth, logins by login days and season.
#pragma once

#include "base/day.hpp"
#include "metering/assessment.hpp"

#include <algorithm>
#include <chrono>

namespace proviso::metering {

// "Users and logins of a plan". Figures beyond range come back as `beyond_range` (count.hpp).
[[nodiscard]] population_usage meter_population(const usage::population& population, const model::sku& sku,
                                                const model::calendar& months);

// Logins of one user in an ordinary month, on average over the population.
[[nodiscard]] known<rational> logins_of_a_user(const usage::population& of, model::counting how);
// The same of one who logs in on so many days of it.
[[nodiscard]] known<rational> logins_of_days(const usage::population& of, model::counting how, int login_days);
// How many times as many as in an ordinary month they are in this one.
[[nodiscard]] rational month_factor(const usage::population& of, model::counting how, const model::month& in);

struct users_in_force {
  const usage::users_entry* entry = nullptr; // null: nobody yet
  int since = 0;                             // the month from which it holds
};

[[nodiscard]] users_in_force users_in(const usage::population& of, const model::calendar& months, int month);

// n × (1 + g)^(k − k₀), half up, of the entry in force; nobody before the first entry.
[[nodiscard]] std::int64_t planned_users(const usage::population& of, const model::calendar& months, int month);

// Calls `visit(calendar month, whole days of it)` for each calendar month that the days touch.
template <typename Visit>
void each_calendar_month(base::period days, Visit visit) {
  for (auto from = days.first; from <= days.last;) {
    const auto month = base::month_of(from);
    const auto last = std::min(base::month_day(month, 31), days.last);
    visit(month, base::period{from, last}.days());
    from = last + std::chrono::days(1);
  }
}

// The season's weight of the days from the month's first to `last`, in days: factor × whole days of the month.
[[nodiscard]] rational season_days(const usage::population& population, base::period days);

} // namespace proviso::metering
