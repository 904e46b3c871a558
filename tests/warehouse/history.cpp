#include "warehouse/history.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace proviso::warehouse {
namespace {

constexpr std::int64_t day_length = 86'400;

std::int64_t pick(std::mt19937& random, std::int64_t least, std::int64_t most) {
  return std::uniform_int_distribution<std::int64_t>(least, most)(random);
}

template <typename Values>
const auto& one_of(std::mt19937& random, const Values& values) {
  return values[static_cast<std::size_t>(pick(random, 0, std::ssize(values) - 1))];
}

std::tm local_of(std::int64_t seconds) {
  const std::time_t at = seconds;
  std::tm local{};
  ::localtime_r(&at, &local);
  return local;
}

void use_zone(const std::string& zone) {
  ::setenv("TZ", zone.c_str(), 1);
  ::tzset();
}

base::day day_of(std::int64_t seconds) {
  const auto local = local_of(seconds);
  return std::chrono::year(local.tm_year + 1900) / (local.tm_mon + 1) / local.tm_mday;
}

std::string user_id(std::mt19937& random) {
  const auto number = pick(random, 1, 30);
  auto id = fmt::format("0055j0000000{:03}", number);
  if (number % 5 == 0) // differs from another in case only
    id[5] = pick(random, 0, 1) == 0 ? 'j' : 'J';
  return pick(random, 0, 1) == 0 ? id : id + "AA" + static_cast<char>('A' + number % 26);
}

std::string row_id(std::size_t number) {
  return fmt::format("0Ya5j{:010}AAA", number);
}

// The instants at which clocks change, and midnights, within some days.
std::vector<std::int64_t> troubled(std::int64_t first, std::int64_t last) {
  std::vector<std::int64_t> all;
  for (auto at = first; at < last; at += 900) {
    const auto local = local_of(at);
    if (local.tm_gmtoff != local_of(at - 900).tm_gmtoff || (local.tm_hour == 0 && local.tm_min < 15))
      all.push_back(at);
  }
  return all;
}

bool named(const login_row& row, const std::vector<std::string>& names) {
  return std::ranges::any_of(names, [&](const auto& name) {
    return base::same_but_case(name, row.type) || base::same_but_case(name, row.subtype);
  });
}

struct user_month {
  std::set<base::day> days;
  std::set<std::string> rows;
};

// The fate of a row under the first way, but for that it may be left out.
enum class fate { failed, internal, outside, successful };

fate fate_of(const login_row& row, base::day day, const logins::question& asked) {
  const auto& months = asked.months;
  if (base::lower(row.status) != "success")
    return fate::failed;
  if (row.type == "EmployeeLoginToCommunity")
    return fate::internal;
  return day < months.front() || day >= months.back() ? fate::outside : fate::successful;
}

void count_row(const login_row& row, std::int64_t seconds, const logins::question& asked,
               logins::figures& read) {
  const auto what = fate_of(row, day_of(seconds), asked);
  ++read.rows;
  read.failed += what == fate::failed ? 1 : 0;
  read.internal += what == fate::internal ? 1 : 0;
  read.outside += what == fate::outside ? 1 : 0;
  read.successful += what == fate::outside || what == fate::successful ? 1 : 0;
  const logins::end_of_data end{logins::instant(std::chrono::seconds(seconds)), day_of(seconds)};
  read.first = read.first && read.first->at <= end.at ? read.first : end;
  read.last = read.last && read.last->at >= end.at ? read.last : end;
}

void count_way(const std::vector<login_row>& rows, const logins::question& asked, std::size_t number,
               answer& to) {
  using enum logins::unit;
  const auto& way = asked.ways[number];
  const auto& months = asked.months;
  std::map<std::pair<std::string, std::size_t>, user_month> users;
  std::uint64_t counted = 0;
  std::uint64_t excluded = 0;
  for (const auto& row : rows) {
    const auto day = day_of(row.milliseconds / 1000);
    if (fate_of(row, day, asked) != fate::successful)
      continue;
    if ((!way.only.empty() && !named(row, way.only)) || named(row, way.except)) {
      ++excluded;
      continue;
    }
    ++counted;
    const auto month = std::ranges::upper_bound(months, day) - months.begin() - 1;
    auto& seen = users[{row.user.substr(0, 15), static_cast<std::size_t>(month)}];
    seen.days.insert(day);
    seen.rows.insert(row.id);
  }
  std::map<std::pair<std::size_t, std::int64_t>, histogram_row> histogram;
  std::uint64_t logins = 0;
  for (const auto& [who, seen] : users) {
    const auto days = std::ssize(seen.days);
    auto& row = histogram[{who.second, days}];
    row = {number,
           who.second,
           "",
           days,
           row.users + 1,
           row.logins + (way.unit == per_user_day     ? days
                         : way.unit == per_user_month ? 1
                                                      : std::ssize(seen.rows))};
    logins += seen.rows.size();
  }
  for (const auto& [key, row] : histogram)
    to.histogram.push_back(row);
  to.read.excluded.push_back(excluded);
  if (way.unit == every_login && !to.read.repeated)
    to.read.repeated = counted - logins;
}

} // namespace

logins::question question_of(const scene& of, std::vector<logins::way> ways) {
  logins::question asked;
  asked.zone = of.zone;
  for (const auto& first : of.months)
    asked.months.push_back(base::parse_day(first).value());
  asked.ways = std::move(ways);
  return asked;
}

std::vector<login_row> random_history(const logins::question& asked, std::size_t rows, std::mt19937& random) {
  static constexpr std::array<std::string_view, 6> statuses{"Success", "Success",          "Success",
                                                            "Success", "Invalid Password", "success"};
  static constexpr std::array<std::string_view, 6> types{
      "SamlChatterNetworks", "Remote Access 2.0",        "it's; odd",
      "Zugang für Partner",  "EmployeeLoginToCommunity", ""};
  static constexpr std::array<std::string_view, 3> subtypes{"OauthRefreshToken", "oauthrefreshtoken", ""};
  use_zone(asked.zone);
  const auto first = asked.months.front().time_since_epoch().count() * day_length - 3 * day_length;
  const auto last = asked.months.back().time_since_epoch().count() * day_length + 3 * day_length;
  const auto trouble = troubled(first, last);
  std::vector<login_row> all;
  while (all.size() < rows) {
    const auto at = pick(random, 0, 1) == 0
                        ? pick(random, first, last)
                        : one_of(random, trouble) + pick(random, -70, 70) * pick(random, 1, 60);
    all.push_back({row_id(all.size()), user_id(random), at * 1000 + pick(random, 0, 999),
                   std::string(one_of(random, statuses)), std::string(one_of(random, types)),
                   std::string(one_of(random, subtypes))});
    if (pick(random, 0, 9) == 0)
      all.push_back(login_row(one_of(random, all)));
  }
  return all;
}

std::string time_text(std::int64_t milliseconds, std::size_t form) {
  const auto text = [&](std::int64_t seconds, std::string_view middle) {
    const std::time_t at = seconds;
    std::tm utc{};
    ::gmtime_r(&at, &utc);
    return fmt::format("{:%Y-%m-%d}{}{:%H:%M:%S}", utc, middle, utc);
  };
  const auto seconds = milliseconds / 1000;
  switch (form) {
  case 1: return text(seconds, "T") + fmt::format(".{:03}+0000", milliseconds % 1000);
  case 2: return text(seconds, " ");
  case 3: return text(seconds + 5 * 3600 + 1800, "T") + "+05:30";
  default: return text(seconds, "T") + fmt::format(".{:03}Z", milliseconds % 1000);
  }
}

answer slow_count(const std::vector<login_row>& rows, const logins::question& asked) {
  use_zone(asked.zone);
  answer counted;
  for (const auto& row : rows)
    count_row(row, row.milliseconds / 1000, asked, counted.read);
  for (std::size_t way = 0; way < asked.ways.size(); ++way)
    count_way(rows, asked, way, counted);
  return counted;
}

std::string to_text(const answer& of) {
  const auto& read = of.read;
  std::string text = fmt::format("rows {} bad {} failed {} internal {} successful {} outside {}\n", read.rows,
                                 read.bad, read.failed, read.internal, read.successful, read.outside);
  if (read.repeated)
    text += fmt::format("repeated {}\n", *read.repeated);
  for (const auto excluded : read.excluded)
    text += fmt::format("excluded {}\n", excluded);
  for (const auto& end : {read.first, read.last})
    text += end ? fmt::format("{} on {}\n", end->at.time_since_epoch().count(), base::to_string(end->day))
                : "none\n";
  for (const auto& row : of.histogram)
    text += fmt::format("way {} month {} '{}' {} days: {} users, {} logins\n", row.way, row.month, row.license,
                        row.login_days, row.users, row.logins);
  return text;
}

} // namespace proviso::warehouse
