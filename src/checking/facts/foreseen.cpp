// The running window of a pool, and the past months it is held against, from what exports show.
#include "checking/facts/facts.hpp"
#include "observing/observe.hpp"
#include "observing/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using observing::observation;

// Logins of a SKU on each day of a period, over its populations.
std::vector<std::int64_t> daily(const observation& seen, const model::calendar& months, std::uint32_t sku,
                                base::period days) {
  std::vector<std::int64_t> result(static_cast<std::size_t>(days.days()));
  const auto first = static_cast<std::size_t>((days.first - months.term().first).count());
  for (std::size_t place = 0; place < seen.who.places.size(); ++place)
    for (std::size_t day = 0; seen.who.places[place].sku == sku && day < result.size(); ++day)
      result[day] += seen.who.daily[place][first + day];
  return result;
}

// Why logins of these days may be more.
std::optional<base::unknown> doubt(const facts& f, const observation& seen, std::uint32_t sku,
                                   base::period days) {
  for (const auto& month : f.contract().months.months())
    if (!base::overlap(month.days, days).empty())
      if (auto why = observing::words::more_logins(f.contract(), seen, sku, month.number))
        return why;
  return std::nullopt;
}

// Whole months that end before the day, without a doubt.
std::vector<std::vector<std::int64_t>> past(const facts& f, const observation& seen, std::uint32_t sku,
                                            base::day before) {
  const auto& months = f.contract().months;
  std::vector<std::vector<std::int64_t>> result;
  for (const auto& month : months.months())
    if (month.days.last < before && seen.covered.covers(month) &&
        !observing::words::more_logins(f.contract(), seen, sku, month.number))
      result.push_back(daily(seen, months, sku, month.days));
  return result;
}

// The days after the last one that is seen whole may bring more than what is seen of them.
void leave_open(running_window& window, base::day last, const model::calendar& months) {
  const auto whole = window.so_far.begin() + (last - window.days.first).count() + 1;
  window.later.assign(whole, window.so_far.end());
  window.so_far.erase(whole, window.so_far.end());
  for (auto day = last + std::chrono::days(1); day <= window.days.last; day += std::chrono::days(1))
    window.offsets.push_back(static_cast<int>((day - months[months.nearest(day)].days.first).count()));
}

base::unknown no_start(const observation& seen, base::day first) {
  return {fmt::format("logins from {} on, the first day of the running window: the data covers {}; give a "
                      "longer export with --logins, or state its days with --covers",
                      base::to_string(first), to_string(seen.covered))};
}

base::unknown too_few(std::size_t months) {
  return {fmt::format("logins of {} whole months before the running one: the data has {}; give longer login "
                      "histories with --logins",
                      fewest_months, months)};
}

// Why logins are not known by the day; empty where they are.
std::optional<base::unknown> no_days(const observation& seen, const model::sku& sku) {
  if (seen.counted != nullptr)
    return base::unknown{"logins by the day, which a warehouse only counts: give login histories as files"};
  if (sku.count.value != model::counting::per_user_day)
    return base::unknown{
        fmt::format("logins of '{}' by the day: they are kept where one login counts per user per day, and "
                    "this counts in another way; see its months in proviso usage",
                    sku.name)};
  return std::nullopt;
}

bool is_observed(const metering::assessment& all, const model::sku& sku) {
  return std::ranges::any_of(all.populations, [&](const metering::population_usage& one) {
    return one.sku == &sku && !one.population->observed.empty();
  });
}

} // namespace

std::optional<base::known<forecast>> facts::forecast_of(std::uint32_t window) const {
  using result = base::known<forecast>;
  const auto& [sku_number, of] = windows()[window];
  const auto& months = contract().months;
  if (!of->days.holds(today_))
    return std::nullopt;
  if (seen_ == nullptr && is_observed(metered(), sku(sku_number)))
    return result(
        base::unknown{fmt::format("logins of '{}' by the day: the plan has observed months, not their "
                                  "days; give login histories with --logins",
                                  sku(sku_number).name)});
  if (seen_ == nullptr || seen_->read() == nullptr)
    return result(base::unknown{
        fmt::format("logins of '{}' by the day: give login histories with --logins", sku(sku_number).name)});
  if (const auto why = no_days(*seen_, sku(sku_number)))
    return result(*why);
  if (!of->entitled || !of->grace)
    return result(of->entitled ? of->grace.why() : of->entitled.why());
  auto seen = daily(*seen_, months, sku_number, of->days);
  running_window running{of->days, *of->entitled + *of->grace, std::move(seen), {}, {}};
  const auto before = past(*this, *seen_, sku_number, of->days.last);
  if (ran_out(running)) // logins that are missing would be more
    return result(*foresee(running, before));
  const auto& whole = seen_->covered.whole;
  if (!whole || whole->first > of->days.first || whole->last < of->days.first)
    return result(no_start(*seen_, of->days.first));
  const auto last = std::min(whole->last, of->days.last);
  if (!seen_->covered.holds({of->days.first, last}))
    return result(no_start(*seen_, of->days.first));
  if (auto why = doubt(*this, *seen_, sku_number, base::period{of->days.first, last}))
    return result(std::move(*why));
  leave_open(running, last, months);
  const auto found = foresee(running, before);
  return found ? result(*found) : result(too_few(before.size()));
}

} // namespace proviso::checking
