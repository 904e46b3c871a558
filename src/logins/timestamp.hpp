// Times as exports write them.
//
//   2024-03-01T12:34:56.000Z  2023-12-19T21:04:35.000+0000  2024-03-01 12:34:56+01:00   with their offset
//   20231218054831.655  20231218054831                       event log files: UTC
//   3/1/2024 12:34:56 PST  1.3.2024, 12:34  3/1/24 1:05 PM  2024-03-01 12:34:56         as clocks showed it
//
// The last need the zone of the clocks, and those with slashes the order of day and month unless it shows; with
// dots the day comes first. PST and its like are known where the zone of the clocks uses them.
#pragma once

#include "logins/calendar.hpp"
#include "logins/question.hpp"
#include "logins/zone.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace proviso::logins {

// The two forms of almost all rows, "…T12:34:56.000Z" and "…T12:34:56.000+0000"; at any other text false. Eight
// bytes after `text` must be readable.
[[nodiscard]] bool read_common_time(const char* text, std::size_t size, moment& when);

struct clocks { // of times written without their offset
  std::optional<logins::zone> zone;
  std::optional<date_order> order;
  logins::zone days{}; // whose days are asked for: an hour that clocks show twice may still have one day
};

struct read_moment {
  std::optional<moment> when;
  std::string fault; // why not: "the time '2026-02-30T10:00:00Z' does not exist"
  std::string help;  // what would tell: "say --date-format dmy or mdy"; then it is no matter of the row alone
  std::optional<date_order> guessed{}; // day or month first, as no stated order but the date itself shows
};

// Years run from 1999, when Salesforce began, to 2099.
[[nodiscard]] read_moment read_time(std::string_view text, const clocks& by);

// A date that exists, else nothing: days since 1970-01-01.
[[nodiscard]] std::optional<std::int32_t> day_number(unsigned year, unsigned month, unsigned day);

} // namespace proviso::logins
