// The running window of a pool, and the past months it is held against, from what exports show.
#include "checking/facts.hpp"
#include "observing/observe.hpp"

#include <algorithm>

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

// Whole months that end before the day, without a user whose license is unknown.
std::vector<std::vector<std::int64_t>> past(const observation& seen, const model::calendar& months,
                                            std::uint32_t sku, base::day before) {
  std::vector<std::vector<std::int64_t>> result;
  for (const auto& month : months.months())
    if (month.days.last < before && seen.covered.covers(month) &&
        seen.who.unknown[static_cast<std::size_t>(month.number - 1)] == 0)
      result.push_back(daily(seen, months, sku, month.days));
  return result;
}

} // namespace

bool facts::lacks_days(std::uint32_t window) const {
  const auto& [sku_number, of] = windows()[window];
  return seen_ != nullptr && seen_->counted != nullptr && of->days.holds(today_) &&
         sku(sku_number).count.value == model::counting::per_user_day;
}

std::optional<forecast> facts::forecast_of(std::uint32_t window) const {
  const auto& [sku_number, of] = windows()[window];
  const auto& months = contract().months;
  if (seen_ == nullptr || seen_->logins == nullptr || !of->days.holds(today_) || !of->entitled || !of->grace ||
      sku(sku_number).count.value != model::counting::per_user_day)
    return std::nullopt;
  const auto& whole = seen_->covered.whole;
  if (!whole || whole->first > of->days.first || whole->last < of->days.first)
    return std::nullopt;
  const auto last = std::min(whole->last, of->days.last);
  running_window running{
      of->days, *of->entitled + *of->grace, daily(*seen_, months, sku_number, {of->days.first, last}), {}};
  for (auto day = last + std::chrono::days(1); day <= of->days.last; day += std::chrono::days(1))
    running.offsets.push_back(static_cast<int>((day - months[months.nearest(day)].days.first).count()));
  return foresee(running, past(*seen_, months, sku_number, of->days.last));
}

} // namespace proviso::checking
