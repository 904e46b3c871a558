#include "savings/people.hpp"

#include "metering/population.hpp"
#include "savings/serving.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::savings {
namespace {

using model::counting;

std::int64_t rounded(const rational& value) {
  return base::whole_half_up(base::larger(value, rational())).value_or(0);
}

known<demand> demand_at(const offer& at, const usage::population& of, const model::calendar& months) {
  const auto metered = metering::meter_population(of, *at.sku, months);
  const auto how = at.sku->count.value;
  demand result;
  for (const auto& month : months.months()) {
    const auto& figures = metered.in(month.number);
    if (!figures.users)
      return figures.users.why();
    result.users.push_back(*figures.users);
    if (!at.is_pool())
      continue;
    if (!figures.logins)
      return figures.logins.why();
    const auto one_day = metering::logins_of_days(of, how, 1);
    const auto each = metering::logins_of_a_user(of, how);
    const auto factor = metering::month_factor(of, how, month);
    const bool exact = !figures.observed && each;
    result.logins.push_back(exact ? rational(*figures.users) * *each * factor : rational(*figures.logins));
    result.factor.push_back(factor * (one_day ? *one_day : rational(1)));
  }
  return result;
}

void find_bands(population& in, const metering::assessment& written, base::day today) {
  auto bands = metering::bands(written, *in.metered, today);
  if (!bands) {
    in.no_bands = bands.why().missing;
    return;
  }
  in.bands = std::move(*bands);
  std::erase_if(in.bands, [](const auto& band) { return band.users == 0; });
}

known<population> population_of(const market& in, const metering::assessment& written,
                                const metering::population_usage& metered, base::day today) {
  population result;
  result.metered = &metered;
  result.own = in.index_of(metered.sku->name);
  find_bands(result, written, today);
  const auto& planned = *metered.population;
  for (std::size_t i = 0; i < in.offers().size(); ++i) {
    auto& at = result.at.emplace_back(standing_of(in, result, i));
    const auto figures = demand_at(in.offers()[i], planned, in.written().months);
    if (figures)
      at.full = *figures;
    else if (i == result.own)
      return figures.why();
    else
      at = {change::none, figures.why().missing, {}};
  }
  result.lacking = lacking_of(*in.offers()[result.own].sku->license, planned);
  return result;
}

} // namespace

std::int64_t population::users_in_bands() const {
  std::int64_t sum = 0;
  for (const auto& band : bands)
    sum += band.users;
  return sum;
}

bool population::is_there(std::size_t offer) const {
  return std::ranges::any_of(at[offer].full.users, [](std::int64_t users) { return users > 0; });
}

std::int64_t logins_that_stay(const demand& of, std::size_t month, std::int64_t moved) {
  return rounded(of.logins[month] - rational(moved) * of.factor[month]);
}

std::int64_t logins_that_come(const demand& of, std::size_t month, std::int64_t moved) {
  return rounded(rational(moved) * of.factor[month]);
}

std::int64_t days_in_bands(const population& of, const offer& at) {
  std::int64_t days = 0;
  for (const auto& band : of.bands)
    days += band.users * weight(at, band.login_days);
  return days;
}

rational beyond_bands(const population& of, const market& in, std::size_t offer) {
  const auto apart = [](const rational& a, const rational& b) { return base::larger(a - b, b - a); };
  const auto& at = in.offers()[offer];
  const auto& full = of.at[offer].full;
  const rational users(of.users_in_bands());
  const rational days(days_in_bands(of, at));
  rational sum;
  for (std::size_t m = 0; m < full.users.size(); ++m) {
    sum += apart(rational(full.users[m]), users);
    if (at.is_pool())
      sum += apart(full.logins[m], days * full.factor[m]);
  }
  return sum;
}

std::int64_t weight(const offer& at, int login_days) {
  return at.sku->count.value == counting::per_user_month ? std::min(login_days, 1) : login_days;
}

known<people> people_of(const market& in, const metering::assessment& written, base::day today) {
  people result{{}, today};
  for (const auto& metered : written.populations) {
    auto one = population_of(in, written, metered, today);
    if (!one)
      return one.why();
    result.all.push_back(std::move(*one));
  }
  return result;
}

} // namespace proviso::savings
