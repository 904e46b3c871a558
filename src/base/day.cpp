#include "base/day.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::base {
namespace {

using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr int first_year = 1900;
constexpr int last_year = 2999;

// The digits as a number; -1 where one is none.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9')
      return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

} // namespace

period overlap(period a, period b) {
  return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

std::optional<day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  const int of_month = digits(text.substr(8, 2));
  if (year < first_year || year > last_year || month < 0 || of_month < 0)
    return std::nullopt;
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(of_month))};
  return date.ok() ? std::optional<day>(date) : std::nullopt;
}

std::string to_string(day d) {
  const year_month_day date(d);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string to_string(period p) {
  return to_string(p.first) + ".." + to_string(p.last);
}

day add_months(day from, int months) {
  const year_month_day date(from);
  return month_day(month_of(from) + std::chrono::months(months), static_cast<unsigned>(date.day()));
}

day month_day(year_month month, unsigned day_of_month) {
  const auto last = static_cast<unsigned>((month / std::chrono::last).day());
  return day(month / std::chrono::day(std::min(day_of_month, last)));
}

year_month month_of(day d) {
  const year_month_day date(d);
  return date.year() / date.month();
}

} // namespace proviso::base
