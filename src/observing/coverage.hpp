// Which days the data covers, and so which months are seen whole.
#pragma once

#include "base/day.hpp"
#include "logins/tally.hpp"
#include "model/calendar.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::observing {

// Of a figure by months, as far as there are any.
[[nodiscard]] std::uint64_t rows_in(const std::vector<std::uint64_t>& months, const model::month& month);

struct coverage {
  bool stated = false; // by who gave the data; else the days before today strictly between first and last rows
  std::optional<base::period> whole; // every login of these days is in the data, but for gaps; none: of no day
  std::vector<base::period> gaps;    // days within these that lie between files, by day
  std::optional<base::day> beyond;   // the last row's, where that is after today
  std::optional<base::period> touched;   // days of which it holds rows, the first and last among them
  std::uint64_t bad_undated = 0;         // rows that could not be read, of any month
  std::vector<std::uint64_t> bad_months; // rows that could not be read, by month as far as there are any

  std::vector<std::uint64_t> untold_statuses; // rows that may be logins, by month: see logins::figures
  std::vector<std::uint64_t> untold_types;

  // Whether every login of the month is in the data: its days are, and each row that may be of it was read.
  [[nodiscard]] bool covers(const model::month& month) const;
  [[nodiscard]] bool has_days_of(const model::month& month) const;
  // Whether every login of each of the days is in the data.
  [[nodiscard]] bool holds(const base::period& days) const;
  // Rows that may be of the month and could not be read.
  [[nodiscard]] std::uint64_t unread_in(const model::month& month) const;
  // Rows of the month of which nobody can tell whether they count.
  [[nodiscard]] bool is_told(const model::month& month) const;
  [[nodiscard]] bool touches(const model::month& month) const;
};

// Files whose days touch or overlap are parts of one export, and nothing is missing between them; between
// others lies a gap. Of today and later days nobody knows all logins, whatever rows there are.
[[nodiscard]] coverage coverage_of(const logins::figures& read, const std::optional<base::period>& stated,
                                   base::day today);
// "2027-01-01..2027-06-30 but for 2027-02-01..2027-05-31"; "no whole day".
[[nodiscard]] std::string to_string(const coverage& of);

} // namespace proviso::observing
