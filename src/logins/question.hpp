// What is asked of login histories, as plain data. Nothing here knows of contracts: a caller turns its terms
// into months and ways to count.
#pragma once

#include "base/day.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::logins {

// What of a user's successful logins counts.
enum class unit {
  per_user_day,   // one on each calendar day
  per_user_month, // one in each month of the question
  every_login     // each, but a row that two exports share only once
};

// Names are login types or subtypes, as the API names them ("SamlChatterNetworks") or as exports label them
// ("SAML Chatter Communities External User SSO"), without case. A row is named by its type or by its subtype.
struct way {
  logins::unit unit = logins::unit::per_user_day;
  std::vector<std::string> only;   // rows that one of these names; empty: all rows
  std::vector<std::string> except; // rows that none of these names

  [[nodiscard]] bool same_types(const way& other) const { return only == other.only && except == other.except; }
  friend bool operator==(const way&, const way&) = default;
};

// In which order dates such as 3/4/2026 put day (d), month (m) and year (y).
enum class date_order { dmy, mdy, ymd };

// "dmy", "d/m/y", "DD.MM.YYYY": the order of the letters counts. Empty where it is none of the three.
[[nodiscard]] std::optional<date_order> parse_date_order(const std::string& text);

struct question {
  std::string zone = "UTC";      // whose calendar days separate logins: a name of the tz database
  std::vector<base::day> months; // first days of months, increasing by 1 to 31 days; the last ends the last one
  std::vector<way> ways{way{}};  // 1 to 8, counted in one pass
  std::optional<std::string> file_zone;     // zone of times written without one
  std::optional<logins::date_order> dates;  // else a date that could be read in two ways is an error
  std::uint64_t max_bad_rows = 0;           // more rows that cannot be read are an error
  unsigned jobs = 0;                        // threads; 0: as many as there are processors
  std::size_t block = std::size_t{1} << 20; // bytes read at once; no answer depends on it
};

} // namespace proviso::logins
