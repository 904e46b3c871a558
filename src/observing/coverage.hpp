// Which days the data covers, and so which months are seen whole.
#pragma once

#include "base/day.hpp"
#include "logins/tally.hpp"
#include "model/calendar.hpp"

#include <optional>

namespace proviso::observing {

struct coverage {
  bool stated = false; // by who gave the data; else the days strictly between its first and last row's
  std::optional<base::period> whole;   // every login of these days is in the data; none: of no day
  std::optional<base::period> touched; // days of which it holds rows, the first and last among them

  [[nodiscard]] bool covers(const model::month& month) const;
  [[nodiscard]] bool touches(const model::month& month) const;
};

[[nodiscard]] coverage coverage_of(const logins::figures& read, const std::optional<base::period>& stated);

} // namespace proviso::observing
