#include "warehouse/figures.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace proviso::warehouse {
namespace {

struct known_fate {
  std::string_view name;
  std::uint64_t fates::*count;
  std::string_view reason; // empty: the row is not bad
};

constexpr std::array<known_fate, 9> known{{
    {"bad user", &fates::bad_user, "without a user id of 15 or 18 characters"},
    {"bad time", &fates::bad_time, "without a time that can be read"},
    {"bad status", &fates::bad_status, "without a status"},
    {"bad id", &fates::bad_id, "without an id"},
    {"failed", &fates::failed, ""},
    {"internal", &fates::internal, ""},
    {"outside", &fates::outside, ""},
    {"excluded", &fates::excluded, ""},
    {"counted", &fates::counted, ""},
}};

// A whole number; some engines write one with decimals of zero.
template <typename Number>
std::optional<Number> number_of(const std::optional<std::string>& cell) {
  const std::string_view text = cell ? std::string_view(*cell) : "";
  Number value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
  const bool whole = rest.empty() || (rest[0] == '.' && rest.find_first_not_of('0', 1) == rest.npos);
  return fault == std::errc() && whole ? std::optional(value) : std::nullopt;
}

bool widen(const result_row& row, fates& to) {
  const auto first = number_of<std::int64_t>(row[2]);
  const auto last = number_of<std::int64_t>(row[3]);
  if (!first || !last)
    return false;
  to.first = std::min(to.first.value_or(*first), *first);
  to.last = std::max(to.last.value_or(*last), *last);
  return true;
}

std::optional<logins::end_of_data> end_of(const std::optional<std::int64_t>& instant,
                                          const logins::zone& zone) {
  if (!instant)
    return std::nullopt;
  return logins::end_of_data{logins::instant(std::chrono::seconds(*instant)), zone.day(*instant)};
}

} // namespace

bool add_fate(const result_row& row, fates& to) {
  if (row.size() != 4 || !row[0])
    return false;
  const auto fate = std::ranges::find(known, std::string_view(*row[0]), &known_fate::name);
  const auto rows = number_of<std::uint64_t>(row[1]);
  if (fate == known.end() || !rows)
    return false;
  to.*fate->count += *rows;
  return fate->count == &fates::bad_time || widen(row, to);
}

bool add_histogram_row(const result_row& row, std::size_t way, const std::vector<base::day>& months,
                       std::vector<histogram_row>& to) {
  if (row.size() != 5)
    return false;
  const auto first = base::parse_day(row[1].value_or(""));
  const auto days = number_of<std::int64_t>(row[2]);
  const auto users = number_of<std::int64_t>(row[3]);
  const auto logins = number_of<std::int64_t>(row[4]);
  const auto month = first ? std::ranges::find(months, *first) : months.end();
  if (month == months.end() || !days || !users || !logins || *days < 1 || *users < 1 || *logins < 1)
    return false;
  to.push_back(
      {way, static_cast<std::size_t>(month - months.begin()), row[0].value_or(""), *days, *users, *logins});
  return true;
}

std::uint64_t logins_of(const std::vector<histogram_row>& rows) {
  std::int64_t sum = 0;
  for (const auto& row : rows)
    sum += row.logins;
  return static_cast<std::uint64_t>(sum);
}

logins::figures figures_of(const fates& seen, const logins::zone& zone, std::vector<std::string> tables) {
  logins::figures all;
  for (const auto& fate : known) {
    const auto rows = seen.*fate.count;
    all.rows += rows;
    if (rows > 0 && !fate.reason.empty()) {
      all.bad += rows;
      all.bad_undated += rows; // an engine counts them without their days
      all.bad_rows.push_back({tables.front(), 0, fmt::format("{} {}", rows, fate.reason)});
    }
  }
  all.failed = seen.failed;
  all.internal = seen.internal;
  all.outside = seen.outside;
  all.successful = seen.outside + seen.excluded + seen.counted;
  all.first = end_of(seen.first, zone);
  all.last = end_of(seen.last, zone);
  if (all.first && all.last)
    all.spans.push_back({all.first->day, all.last->day});
  all.files = std::move(tables);
  return all;
}

} // namespace proviso::warehouse
