// Calendar days and stretches of them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace proviso::base {

using day = std::chrono::sys_days;

// Both ends belong to it. Empty where last < first.
struct period {
  day first;
  day last;

  [[nodiscard]] bool empty() const { return last < first; }
  [[nodiscard]] bool holds(day d) const { return first <= d && d <= last; }
  [[nodiscard]] int days() const { return empty() ? 0 : static_cast<int>((last - first).count()) + 1; }
  friend bool operator==(const period&, const period&) = default;
};

[[nodiscard]] period overlap(period a, period b);

// "2027-01-15"; empty where the form or the day does not exist. Years run from 1900 to 2999.
[[nodiscard]] std::optional<day> parse_day(std::string_view text);
[[nodiscard]] std::string to_string(day d);
// "2027-01-15..2027-02-14"
[[nodiscard]] std::string to_string(period p);

// The day of the month `months` after that of `from`; a day that month lacks becomes its last one.
[[nodiscard]] day add_months(day from, int months);
// The same with a day of the month of one's own, so that an anchor of 31 does not drift through February.
[[nodiscard]] day month_day(std::chrono::year_month month, unsigned day_of_month);
[[nodiscard]] std::chrono::year_month month_of(day d);

} // namespace proviso::base
