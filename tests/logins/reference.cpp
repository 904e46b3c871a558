#include "logins/reference.hpp"

#include "base/text.hpp"
#include "logins/count.hpp"
#include "logins/timestamp.hpp"
#include "tables/columns.hpp"
#include "tables/table.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

namespace proviso::logins {
namespace {

struct slow_count {
  std::map<std::string, std::set<base::day>> days;
  std::uint64_t rows = 0;
  std::vector<std::size_t> bad;
  bool undecided = false; // a time needs an option
};

bool is_id(const std::string& text) {
  return (text.size() == 15 || text.size() == 18) &&
         std::ranges::all_of(text, [](unsigned char c) { return c < 128 && std::isalnum(c) != 0; });
}

// Columns that change what counts, which this reader does not know.
bool is_simple(const tables::header& names) {
  const std::set<std::string> others{"id",         "username",  "user.username", "useridderived",
                                     "timestamp",  "logintype", "usertype",      "user.usertype",
                                     "requestid",  "loginkey",  "loginsubtype",  "timestampderived",
                                     "loginstatus"};
  return std::ranges::none_of(names,
                              [&](const auto& name) { return others.contains(tables::column_key(name)); });
}

// "2025-01-03T21:04:35.000+0000" and "….000Z" alone.
std::optional<base::day> day_of(const std::string& text) {
  std::tm parts{};
  int milliseconds = 0;
  char zone[6] = {};
  int length = 0;
  const bool shaped = std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d.%3d%5[Z+0]%n", &parts.tm_year,
                                  &parts.tm_mon, &parts.tm_mday, &parts.tm_hour, &parts.tm_min, &parts.tm_sec,
                                  &milliseconds, zone, &length) == 8;
  const auto again = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}{}", parts.tm_year, parts.tm_mon,
                                 parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, milliseconds, zone);
  if (!shaped || again != text || (std::string(zone) != "Z" && std::string(zone) != "+0000"))
    return std::nullopt;
  if (parts.tm_year < 1999 || parts.tm_year > 2099)
    return std::nullopt;
  parts.tm_year -= 1900;
  parts.tm_mon -= 1;
  auto normal = parts;
  const auto instant = ::timegm(&normal);
  if (normal.tm_mday != parts.tm_mday || normal.tm_mon != parts.tm_mon || normal.tm_hour != parts.tm_hour ||
      normal.tm_min != parts.tm_min || normal.tm_sec != parts.tm_sec)
    return std::nullopt;
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(instant)));
}

bool take(slow_count& into, const tables::columns& columns, const tables::row& row, const question& asked) {
  const auto cell = [&](std::size_t which) { return columns.of(row, which).value_or(""); };
  auto day = day_of(cell(1));
  if (!day) {
    const auto other = read_time(cell(1), {});
    into.undecided |= !other.help.empty();
    if (other.when)
      day = base::day(std::chrono::days(other.when->day));
  }
  const auto status = cell(2);
  const auto word = base::lower(status);
  const auto cut = [&](std::string_view whole) {
    return word.size() < whole.size() && whole.starts_with(word);
  };
  if (!day || status.empty() || cut("success") || cut("login_no_error"))
    return false;
  if (word != "success" && word != "login_no_error")
    return true;
  if (!is_id(cell(0)))
    return false;
  if (asked.months.front() <= *day && *day < asked.months.back())
    into.days[cell(0).substr(0, 15)].insert(*day);
  return true;
}

std::string told(const slow_count& all) {
  std::string text;
  for (const auto& [user, days] : all.days) {
    text += user + ":";
    for (const auto day : days)
      text += " " + base::to_string(day);
    text += "\n";
  }
  text += fmt::format("rows {}, bad {}\n", all.rows, all.bad.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(all.bad.size(), 20); ++i)
    text += fmt::format("line {}\n", all.bad[i]);
  return text;
}

} // namespace

std::string count_slowly(const std::string& path, const question& asked) {
  base::diagnostics faults;
  auto file = tables::input::open(path, {}, faults);
  if (!file)
    return "fault";
  tables::columns columns({{"user", {"UserId"}}, {"time", {"LoginTime"}}, {"status", {"Status"}}});
  slow_count all;
  bool usable = false;
  const bool read = tables::read_table(*file,
                                       {[&](const tables::header& names) {
                                          usable = is_simple(names) && columns.find_in(names).empty() &&
                                                   columns.has(0) && columns.has(1) && columns.has(2);
                                          return usable;
                                        },
                                        [&](const tables::row& row) {
                                          ++all.rows;
                                          if (!take(all, columns, row, asked))
                                            all.bad.push_back(row.line);
                                          return true;
                                        },
                                        [&](const tables::bad_row& row) {
                                          ++all.rows;
                                          all.bad.push_back(row.line);
                                          return true;
                                        }},
                                       faults);
  if (!usable)
    return "unusable";
  return read && !all.undecided ? told(all) : "fault";
}

std::string count_fast(const std::string& path, const question& asked) {
  base::diagnostics faults;
  auto lenient = asked;
  lenient.max_bad_rows = ~std::uint64_t{0};
  const auto counted = count({path}, lenient, faults);
  if (!counted)
    return "fault";
  slow_count all;
  counted->each([&](const user& who) {
    for (std::size_t month = 0; month < who.months; ++month)
      for (int day = 0; day < 32; ++day)
        if (((who.days(0, month) >> day) & 1U) != 0)
          all.days[std::string(who.id)].insert(asked.months[month] + std::chrono::days(day));
  });
  auto text = told(all);
  text.resize(text.rfind("rows "));
  text += fmt::format("rows {}, bad {}\n", counted->read.rows, counted->read.bad);
  for (const auto& each : counted->read.bad_rows)
    text += fmt::format("line {}\n", each.line);
  return text;
}

} // namespace proviso::logins
