#include "metering/population.hpp"

#include "base/day.hpp"
#include "metering/count.hpp"

#include <fmt/format.h>

namespace proviso::metering {
namespace {

using base::unknown;
using model::counting;

std::int64_t counted(const rational& exact) {
  return base::whole_half_up(exact).value_or(beyond_range);
}

// The month from which an entry holds: the first that starts on or after its date.
std::optional<int> first_month(const usage::users_entry& entry, const model::calendar& months) {
  return entry.from ? months.first_from(*entry.from) : 1;
}

// ---- logins of one user in an ordinary month

unknown needs(const usage::population& of, std::string_view what) {
  return {fmt::format("population '{}' {}", of.name.value, what)};
}

// Logins that one login day makes, where every login counts.
known<rational> logins_a_day(const usage::population& of) {
  if (of.logins_per_day)
    return of.logins_per_day->value;
  return needs(
      of, "has no logins_per_day: every login counts under this SKU, so state how many a user makes on a day");
}

known<rational> share_that_logs_in(const usage::population& of) {
  if (of.days->mean)
    return needs(
        of,
        "has only a mean of login days: state login_days as shares, since users who log in at all are counted");
  rational share;
  for (const auto& band : of.days->shares)
    if (band.login_days > 0)
      share += band.share;
  return share;
}

// ---- one month

// Seen in part, or not at all: what is there is there, and nobody planned the rest.
population_month doubtful(const population_month& part, unknown why) {
  population_month result;
  result.least_users = *part.users;
  result.least_logins = part.logins ? *part.logins : 0;
  result.users = why;
  result.logins = std::move(why);
  return result;
}

population_month unseen(const usage::population& of) {
  population_month nothing;
  nothing.users = nothing.logins = std::int64_t{0};
  return doubtful(nothing,
                  needs(of, "was not observed in every month: give logins that cover all, or plan its users"));
}

population_month planned(const usage::population& of, counting how, const model::calendar& months,
                         const model::month& in) {
  population_month result;
  const auto users = planned_users(of, months, in.number);
  result.users = users;
  const auto each = logins_of_a_user(of, how);
  if (users == 0)
    result.logins = std::int64_t{0};
  else if (!each)
    result.logins = each.why();
  else {
    result.logins = counted(rational(users) * *each * month_factor(of, how, in));
  }
  return result;
}

population_month seen(const usage::population& of, counting how, const usage::observed_month& month) {
  population_month result;
  result.observed = true;
  rational users;
  rational logins;
  for (const auto& band : month.users) {
    const auto each = how == counting::per_user_month ? std::min(band.login_days, 1) : band.login_days;
    users += rational(band.users);
    logins += rational(band.users) * rational(each);
  }
  result.users = counted(users);
  if (month.logins) {
    result.logins = *month.logins;
    return result;
  }
  if (!month.login_days_known) {
    result.logins = needs(of, "was observed without its logins: give them with --logins");
    return result;
  }
  const auto a_day = how == counting::every_login ? logins_a_day(of) : known<rational>(rational(1));
  result.logins = a_day ? known<std::int64_t>(counted(logins * *a_day)) : known<std::int64_t>(a_day.why());
  return result;
}

const usage::observed_month* observed_in(const usage::population& of, const model::month& month) {
  for (const auto& observed : of.observed)
    if (observed.first == month.days.first)
      return &observed;
  return nullptr;
}

} // namespace

known<rational> logins_of_a_user(const usage::population& of, counting how) {
  if (!of.days)
    return needs(of, "has no login_days: state them as shares of its users, or as a mean");
  if (how == counting::per_user_month)
    return share_that_logs_in(of);
  if (how == counting::per_user_day)
    return of.days->average();
  const auto a_day = logins_a_day(of);
  return a_day ? known<rational>(of.days->average() * *a_day) : a_day;
}

known<rational> logins_of_days(const usage::population& of, counting how, int login_days) {
  if (how == counting::per_user_month)
    return rational(std::min(login_days, 1));
  const auto a_day = how == counting::every_login ? logins_a_day(of) : known<rational>(rational(1));
  return a_day ? known<rational>(rational(login_days) * *a_day) : a_day;
}

rational month_factor(const usage::population& of, counting how, const model::month& in) {
  const auto factor = season_days(of, in.days) / rational(in.whole.days());
  return how == counting::per_user_month ? base::smaller(factor, rational(1)) : factor; // nobody logs in twice
}

users_in_force users_in(const usage::population& of, const model::calendar& months, int month) {
  users_in_force result;
  for (const auto& entry : of.users)
    if (const auto since = first_month(entry, months); since && *since <= month)
      result = {&entry, *since};
  return result;
}

std::int64_t planned_users(const usage::population& of, const model::calendar& months, int month) {
  const auto [entry, since] = users_in(of, months, month);
  if (entry == nullptr)
    return 0;
  return counted(rational(entry->users) *
                 (rational(1) + of.monthly_growth).power(static_cast<std::uint32_t>(month - since)));
}

rational season_days(const usage::population& population, base::period days) {
  rational result;
  each_calendar_month(days, [&](auto month, auto count) {
    result += population.season[static_cast<unsigned>(month.month()) - 1] * rational(count);
  });
  return result;
}

population_usage meter_population(const usage::population& population, const model::sku& sku,
                                  const model::calendar& months) {
  population_usage result{&population, &sku, {}};
  for (const auto& month : months.months()) {
    const auto* observed = observed_in(population, month);
    if (observed != nullptr) {
      auto figures = seen(population, sku.count.value, *observed);
      result.months.push_back(observed->doubt.empty() ? std::move(figures)
                                                      : doubtful(figures, {observed->doubt}));
    } else if (population.users.empty()) {
      result.months.push_back(unseen(population));
    } else {
      result.months.push_back(planned(population, sku.count.value, months, month));
    }
  }
  return result;
}

} // namespace proviso::metering
