#include "logins/calendar.hpp"

#include <algorithm>

namespace proviso::logins {
namespace {

constexpr std::int32_t day_length = 86400;

} // namespace

calendar::calendar(const logins::zone& zone, const std::vector<base::day>& months)
    : zone_(zone), months_(months) {
  if (months_.size() < 2)
    return;
  // No zone is more than a day from Greenwich.
  first_ = static_cast<std::int32_t>(months_.front().time_since_epoch().count()) - 1;
  const auto last = static_cast<std::int32_t>(months_.back().time_since_epoch().count()) + 1;
  for (auto day = first_; day <= last; ++day)
    cuts_.push_back(cut_of(day));
}

// Days of a zone begin once within a day of UTC; only where clocks go back over midnight, or skip a day, is it
// otherwise. Offsets change at whole seconds.
calendar::cut calendar::cut_of(std::int32_t day) const {
  const auto start = seconds{day} * day_length;
  const auto& offset = zone_.at(start);
  if (&offset != &zone_.at(start + day_length - 1))
    return {several, no_slot, no_slot};
  const auto begins = zone_.day(start);
  const auto ends = zone_.day(start + day_length - 1);
  if (begins == ends)
    return {day_length, slot_of(begins), slot_of(begins)};
  const auto local = start + offset.offset;
  const auto into_day = ((local % day_length) + day_length) % day_length;
  return {static_cast<std::int32_t>(day_length - into_day), slot_of(begins), slot_of(ends)};
}

slot calendar::search(moment when) const {
  return slot_of(zone_.day(when.instant()));
}

slot calendar::slot_of(base::day day) const {
  const auto after = std::ranges::upper_bound(months_, day);
  if (after == months_.begin() || after == months_.end())
    return no_slot;
  const auto month = static_cast<slot>(after - months_.begin() - 1);
  return month * 32 + static_cast<slot>((day - *(after - 1)).count());
}

} // namespace proviso::logins
