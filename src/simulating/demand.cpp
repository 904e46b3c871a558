#include "simulating/demand.hpp"

#include "base/text.hpp"
#include "metering/population.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>

namespace proviso::simulating {
namespace {

using base::rational;
using kind = month_source::kind;
using model::counting;

struct known_sums { // tables that populations of the same habits and size share
  std::vector<day_chance> chances;
  int size = 0;
  std::shared_ptr<const day_sums> tables;
};

struct preparing {
  const metering::assessment& all;
  std::vector<std::string>& assumed;
  base::diagnostics& faults;
  std::vector<known_sums> known{};
};

constexpr std::string_view shares_help = "state shares: login_days = { 0 = 0.4, 1 = 0.3, 4 = 0.3 }; or give "
                                         "login histories of three months and more "
                                         "with --logins";

void refuse(const preparing& in, const usage::population& of, base::span at, std::string_view what,
            std::string_view help) {
  in.faults.push_back(
      {fmt::format("population '{}' {}", base::harmless(of.name.value), what), at, std::string(help), {}});
}

// ---- what the plan states

bool has_shares(const usage::population& of) {
  return of.days && !of.days->shares.empty();
}

std::vector<day_chance> chances(const usage::population& of, counting how) {
  std::vector<day_chance> result;
  for (const auto& one : of.days->shares)
    result.push_back(
        {how == counting::per_user_month ? std::min(one.login_days, 1) : one.login_days, one.share});
  return result;
}

// From login days to logins in a month: season, and logins a day where each counts.
scale logins_of_days(const usage::population& of, counting how, const model::month& month) {
  auto factor = metering::season_days(of, month.days) / rational(month.whole.days());
  if (how == counting::per_user_month)
    factor = base::smaller(factor, rational(1)); // nobody logs in more than once
  if (how == counting::every_login)
    factor *= of.logins_per_day->value;
  return {factor, month.whole.days()};
}

// ---- months

bool is_pool(const model::sku& sku) {
  return sku.sold.value == model::sale::logins;
}

std::optional<activity> seen_in(const metering::population_usage& of, int month) {
  const auto& figures = of.in(month);
  if (!figures.observed || !figures.users || (is_pool(*of.sku) && !figures.logins))
    return std::nullopt;
  return activity{*figures.users, figures.logins ? *figures.logins : 0};
}

// Whether its plan says enough to draw from; else past months are drawn again.
bool is_drawn(const metering::population_usage& of) {
  return !of.population->users.empty() && (!is_pool(*of.sku) || has_shares(*of.population));
}

bool can_draw(const preparing& in, const metering::population_usage& of) {
  const auto& population = *of.population;
  if (is_pool(*of.sku) && of.sku->count.value == counting::every_login && !population.logins_per_day) {
    refuse(in, population, population.name.at, "has no logins_per_day, and every login counts",
           "state how many logins a user makes on a day: logins_per_day = 1.5");
    return false;
  }
  for (int k = 1; k <= in.all.contract->months.size(); ++k)
    if (metering::planned_users(population, in.all.contract->months, k) > most_planned) {
      refuse(in, population, population.users_at, "has more users than can be drawn",
             fmt::format("at most {} in a month", base::grouped(most_planned)));
      return false;
    }
  return true;
}

bool can_resample(const preparing& in, const metering::population_usage& of, std::size_t past) {
  const auto& population = *of.population;
  if (past >= fewest_months)
    return true;
  if (population.days && population.days->mean)
    refuse(in, population, population.days->at,
           "has only a mean of login days, from which nothing can be drawn", shares_help);
  else if (!population.users.empty())
    refuse(in, population, population.name.at, "has no login_days, so no logins can be drawn", shares_help);
  else
    refuse(in, population, population.name.at,
           fmt::format("has {} whole observed month{}: {} are the fewest from which to draw", past,
                       past == 1 ? "" : "s", fewest_months),
           "give longer login histories with --logins, or state users and login_days");
  return false;
}

month_source month_of(const preparing& in, const metering::population_usage& of, int month, bool drawn) {
  month_source result;
  if (const auto seen = seen_in(of, month))
    return {kind::seen, *seen, 0, {}};
  const auto& figures = of.in(month);
  result.seen = {figures.least_users, figures.least_logins};
  result.how = drawn ? kind::drawn : kind::resampled;
  if (!drawn)
    return result;
  result.planned = metering::planned_users(*of.population, in.all.contract->months, month);
  if (is_pool(*of.sku))
    result.logins = logins_of_days(*of.population, of.sku->count.value, in.all.contract->months[month]);
  return result;
}

std::int64_t most_users(const std::vector<month_source>& months) {
  std::int64_t result = 1;
  for (const auto& month : months)
    result = std::max(result, month.planned);
  return result;
}

std::shared_ptr<const day_sums> sums_of(preparing& in, std::vector<day_chance> chances, std::int64_t users) {
  const auto size = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(users)));
  for (const auto& one : in.known)
    if (one.size == size && one.chances == chances)
      return one.tables;
  auto tables = std::make_shared<const day_sums>(chances, users);
  in.known.push_back({std::move(chances), size, tables});
  return tables;
}

// ---- what the draws rest on

std::string basis(const population_source& of, bool pool) {
  const auto has = [&](kind how) {
    return std::ranges::any_of(of.months, [&](const auto& month) { return month.how == how; });
  };
  std::vector<std::string> parts;
  if (has(kind::drawn)) {
    if (pool)
      parts.emplace_back("login days of each user drawn from login_days");
    parts.emplace_back(of.spread ? fmt::format("users × a log-normal factor of spread {}, one for a run",
                                               of.population->spread->value.exact_decimals().value_or(""))
                                 : "users as planned: no spread is stated");
  }
  if (has(kind::resampled))
    parts.push_back(fmt::format("one of {} observed months is drawn for each that is not seen: no trend and no "
                                "season beyond them{}",
                                of.past.size(),
                                of.spread
                                    ? fmt::format("; × a log-normal factor of spread {}, one for a run",
                                                  of.population->spread->value.exact_decimals().value_or(""))
                                    : ""));
  const auto seen = std::ranges::count_if(of.months, [](const auto& month) { return month.how == kind::seen; });
  if (seen > 0)
    parts.push_back(fmt::format("{} month{} as observed", seen, seen == 1 ? "" : "s"));
  std::string result = base::harmless(of.population->name.value) + ": ";
  for (const auto& part : parts)
    result += (&part == parts.data() ? "" : "; ") + part;
  return result;
}

population_source source_of(preparing& in, const metering::population_usage& of, std::uint32_t sku) {
  population_source result;
  result.population = of.population;
  result.place = static_cast<std::uint32_t>(&of - in.all.populations.data());
  result.sku = sku;
  if (of.population->spread && !of.population->spread->value.is_zero())
    result.spread.emplace(of.population->spread->value);
  const auto months = in.all.contract->months.size();
  const bool drawn = is_drawn(of);
  for (int k = 1; k <= months; ++k) {
    if (const auto seen = seen_in(of, k))
      result.past.push_back(*seen);
  }
  if (static_cast<int>(result.past.size()) < months &&
      !(drawn ? can_draw(in, of) : can_resample(in, of, result.past.size())))
    return result;
  for (int k = 1; k <= months; ++k)
    result.months.push_back(month_of(in, of, k, drawn));
  if (drawn && is_pool(*of.sku))
    result.days = sums_of(in, chances(*of.population, of.sku->count.value), most_users(result.months));
  in.assumed.push_back(basis(result, is_pool(*of.sku)));
  return result;
}

// ---- a run

std::int64_t times_factor(std::int64_t count, std::uint64_t factor) {
  constexpr auto half = wide_natural{1} << (log_normal::factor_bits - 1);
  const auto product = wide_natural{static_cast<std::uint64_t>(count)} * factor + half;
  return static_cast<std::int64_t>(
      std::min<wide_natural>(product >> log_normal::factor_bits, static_cast<std::uint64_t>(most_simulated)));
}

constexpr std::uint64_t of_factors = 0;                // the month whose place the factors take
constexpr std::uint64_t of_months = ~std::uint64_t{0}; // the population whose place the months take

// Who draws: a population in a run, with the factor of that run.
struct drawing {
  const population_source& from;
  std::uint64_t seed;
  std::uint64_t run;
  std::uint64_t factor = std::uint64_t{1} << log_normal::factor_bits;

  // The month that is drawn again is the same for all populations: what happened together stays together.
  [[nodiscard]] activity again(std::size_t month) const {
    stream numbers(seed, run, of_months, month + 1);
    const auto& past = from.past[static_cast<std::size_t>(numbers.below(from.past.size()))];
    return {times_factor(past.users, factor), times_factor(past.logins, factor)};
  }

  [[nodiscard]] activity fresh(std::size_t month) const {
    const auto& source = from.months[month];
    activity result{std::min(times_factor(source.planned, factor), most_drawn), 0};
    if (from.days) {
      stream numbers(seed, run, from.place, month + 1);
      result.logins = source.logins(from.days->draw(result.users, numbers));
    }
    return result;
  }
};

} // namespace

std::vector<population_source> sources_of(const metering::assessment& all, const std::vector<bool>& wanted,
                                          std::vector<std::string>& assumed, base::diagnostics& faults) {
  preparing in{all, assumed, faults};
  std::vector<population_source> result;
  for (const auto& population : all.populations) {
    const auto sku = static_cast<std::size_t>(population.sku - all.contract->skus.data());
    if (wanted[sku] && population.sku->sold.value != model::sale::other)
      result.push_back(source_of(in, population, static_cast<std::uint32_t>(sku)));
  }
  return result;
}

int draw(const population_source& from, std::uint64_t seed, std::uint64_t run, std::span<activity> months) {
  drawing one{from, seed, run};
  if (from.spread) {
    stream numbers(seed, run, from.place, of_factors);
    one.factor = from.spread->draw(numbers);
  }
  int stopped = 0;
  for (std::size_t k = 0; k < months.size(); ++k) {
    const auto& month = from.months[k];
    months[k] = month.seen;
    if (month.how == kind::seen)
      continue;
    const auto drawn = month.how == kind::resampled ? one.again(k) : one.fresh(k);
    stopped += drawn.users == most_drawn ? 1 : 0;
    months[k] = {std::max(month.seen.users, drawn.users), std::max(month.seen.logins, drawn.logins)};
  }
  return stopped;
}

} // namespace proviso::simulating
