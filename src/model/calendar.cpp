#include "model/calendar.hpp"

#include <algorithm>

namespace proviso::model {
namespace {

using base::day;
using base::period;

constexpr std::chrono::days one_day{1};

// The anchor of a calendar month on or before the term's first day, and which day of a month anchors are.
struct anchors {
  std::chrono::year_month first;
  unsigned of_month;

  [[nodiscard]] day at(int index) const {
    return base::month_day(first + std::chrono::months(index), of_month);
  }
};

anchors anchors_for(day start, std::optional<unsigned> start_day) {
  const auto own = static_cast<unsigned>(std::chrono::year_month_day(start).day());
  anchors result{base::month_of(start), start_day.value_or(own)};
  if (result.at(0) > start)
    result.first -= std::chrono::months(1);
  return result;
}

} // namespace

calendar::calendar(period term, std::optional<unsigned> start_day) : term_(term) {
  const auto anchor = anchors_for(term.first, start_day);
  for (int index = 0; anchor.at(index) <= term.last && index < most_months; ++index) {
    const period whole{anchor.at(index), anchor.at(index + 1) - one_day};
    months_.push_back({index + 1, base::overlap(whole, term), whole});
  }
}

std::optional<int> calendar::holding(day d) const {
  if (!term_.holds(d))
    return std::nullopt;
  const auto later = std::upper_bound(months_.begin(), months_.end(), d,
                                      [](day wanted, const month& m) { return wanted < m.days.first; });
  return static_cast<int>(later - months_.begin());
}

int calendar::nearest(day d) const {
  return *holding(std::clamp(d, term_.first, term_.last));
}

std::optional<int> calendar::first_from(day d) const {
  const auto found = std::lower_bound(months_.begin(), months_.end(), d,
                                      [](const month& m, day wanted) { return m.days.first < wanted; });
  return found == months_.end() ? std::nullopt : std::optional<int>(found->number);
}

int calendar::last_month_of_year(int year) const {
  return std::min(year * 12, size());
}

period calendar::days(int first_month, int last_month) const {
  return {(*this)[first_month].days.first, (*this)[last_month].days.last};
}

} // namespace proviso::model
