// Contract months, years and windows of months. Shapes and rules: "Months" of the model page.
#pragma once

#include "base/day.hpp"

#include <optional>
#include <vector>

namespace proviso::model {

struct month {
  int number = 0;     // from 1
  base::period days;  // within the term
  base::period whole; // the whole month it is cut from; equal to `days` unless the month is short

  [[nodiscard]] bool is_short() const { return !(days == whole); }
};

class calendar {
public:
  calendar() = default;
  // Month k starts k−1 months after the term's first day, or with `start_day` (1 to 31) on that day of each
  // calendar month; a day that a month lacks becomes its last, and the anchor does not drift.
  calendar(base::period term, std::optional<unsigned> start_day);

  [[nodiscard]] const std::vector<month>& months() const { return months_; }
  [[nodiscard]] int size() const { return static_cast<int>(months_.size()); }
  [[nodiscard]] const month& operator[](int number) const {
    return months_[static_cast<std::size_t>(number - 1)];
  }
  [[nodiscard]] base::period term() const { return term_; }

  // The month that holds the day; empty outside the term.
  [[nodiscard]] std::optional<int> holding(base::day d) const;
  // The month that holds the day, or the first or last one where the day lies outside the term.
  [[nodiscard]] int nearest(base::day d) const;
  // The first month that starts on or after the day; empty where none does.
  [[nodiscard]] std::optional<int> first_from(base::day d) const;

  // Contract years are months 1–12, 13–24, …; `year` counts from 1.
  [[nodiscard]] static int year_of(int month) { return (month - 1) / 12 + 1; }
  [[nodiscard]] int last_month_of_year(int year) const;
  // From the first day of one month to the last day of another.
  [[nodiscard]] base::period days(int first_month, int last_month) const;

private:
  base::period term_;
  std::vector<month> months_;
};

// The most months a term may have: 100 years.
inline constexpr int most_months = 1200;

} // namespace proviso::model
