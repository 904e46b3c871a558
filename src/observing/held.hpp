// Which licenses a user held in a month: those of dated assignments, and on days of which these say nothing the
// present one, as far as it tells.
#pragma once

#include "observing/gather.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace proviso::observing {

using day_mask = std::uint32_t; // bit i: the day i days after the month's first
using dated_licenses = std::vector<org::assignment>;

// The days of a month on which an assignment holds.
[[nodiscard]] day_mask days_of(const base::period& held, const model::month& in);
// Whether one of them holds on a day: the license of that day has its date then.
[[nodiscard]] const org::assignment* held_on(const dated_licenses& dated, base::day on);

class held_licenses {
public:
  held_licenses(const source& from, router& routes) : from_(from), routes_(routes) {}

  // By day.
  [[nodiscard]] std::vector<route> dated(const org::user& user, std::size_t month);
  // Whether nothing tells since when the present license is held, and it may have been on a day of the month:
  // who has a dated assignment today has it since that day.
  [[nodiscard]] bool leaves_open(const org::user& user, std::size_t month) const;
  // Where the present license leads on such days. Of members it tells only the month of today.
  [[nodiscard]] std::optional<route> present(const org::user& user, std::size_t month);
  // Whether a user is at a place on any day of the month.
  [[nodiscard]] bool holds(const org::user& user, std::uint32_t place, std::size_t month);

private:
  [[nodiscard]] bool present_tells(const route& lead, std::size_t month) const;
  [[nodiscard]] const model::month& month_at(std::size_t month) const {
    return from_.contract.months.months()[month];
  }

  const source& from_;
  router& routes_;
};

} // namespace proviso::observing
