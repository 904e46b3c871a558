// Bands: how many users of a population share the same login days in an ordinary month.
#include "metering/assess.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::metering {
namespace {

std::vector<band> seen_bands(const population_usage& of, const usage::observed_month& month) {
  std::vector<band> result;
  for (const auto& one : month.users)
    result.push_back({of.population, of.sku, one.login_days, one.users, month.at});
  return result;
}

// Largest remainder: everyone gets the whole part of their share, the rest goes to the largest fractions, ties
// to fewer login days.
std::vector<band> shared_bands(const population_usage& of, std::int64_t users) {
  std::vector<band> result;
  std::vector<std::pair<rational, std::size_t>> rests;
  auto left = users;
  for (const auto& one : of.population->days->shares) {
    const auto exact = one.share * rational(users);
    const auto whole = exact.floor().whole().value_or(0);
    left -= whole;
    rests.emplace_back(exact - rational(whole), result.size());
    result.push_back({of.population, of.sku, one.login_days, whole, one.at});
  }
  std::stable_sort(rests.begin(), rests.end(), [](const auto& a, const auto& b) { return b.first < a.first; });
  for (std::size_t i = 0; left > 0 && i < rests.size(); ++i, --left)
    ++result[rests[i].second].users;
  return result;
}

} // namespace

known<std::vector<band>> bands(const assessment& all, const population_usage& of, base::day today) {
  const auto month = all.contract->months.nearest(today);
  const auto& usage = of.in(month);
  const auto& days = of.population->days;
  if (days && !days->shares.empty())
    return usage.users ? known<std::vector<band>>(shared_bands(of, *usage.users)) : usage.users.why();
  for (const auto& observed : of.population->observed)
    if (observed.first == all.contract->months[month].days.first && observed.login_days_known &&
        observed.doubt.empty())
      return seen_bands(of, observed);
  return base::unknown{fmt::format("population '{}' {}: state login_days as shares of its users",
                                   of.population->name.value,
                                   days ? "has only a mean of login days" : "has no login_days")};
}

} // namespace proviso::metering
