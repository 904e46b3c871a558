#include "org/written_day.hpp"

#include "logins/timestamp.hpp"

#include <algorithm>

namespace proviso::org {
namespace {

// What follows a day, with or without a zone.
bool is_time(const std::string& text, const logins::clocks& by) {
  const auto some_day = "2020-01-01" + text;
  return logins::read_time(some_day, by).when || logins::read_time(some_day + "Z", by).when;
}

} // namespace

written_day read_written_day(const std::string& text, const std::optional<logins::date_order>& order) {
  const logins::clocks clocks{std::nullopt, order, {}};
  const auto end = std::min(text.find_first_of("T ,"), text.size());
  if (end < text.size() && !is_time(text.substr(end), clocks))
    return {};
  if (const auto day = base::parse_day(text.substr(0, end)))
    return {day, false};
  const auto read = logins::read_time(text.substr(0, end) + " 00:00:00Z", clocks);
  if (!read.when)
    return {std::nullopt, !read.help.empty()};
  return {base::day(std::chrono::days(read.when->day)), false};
}

} // namespace proviso::org
