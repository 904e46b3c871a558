#include "logins/posix_zone.hpp"

#include <algorithm>
#include <chrono>

namespace proviso::logins {
namespace {

constexpr int last_year = 2100;
constexpr unsigned none = ~0U;
constexpr unsigned most_hours = 167; // a week: some rules count on from another day

struct change { // on the nth weekday of a month, the fifth being the last
  unsigned month = 0;
  unsigned week = 0;
  unsigned weekday = 0;
  std::int32_t time = 7200; // seconds of the day, by the clock that ends there
};

class reader {
public:
  explicit reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] char next() const { return rest_.empty() ? '\0' : rest_.front(); }

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c)
      return false;
    rest_.remove_prefix(1);
    return true;
  }

  // "PST" or "<-03>"; empty where there is none.
  std::string name() {
    const bool quoted = take('<');
    const auto length = std::min(quoted ? rest_.find('>') : rest_.find_first_of("0123456789+-,"), rest_.size());
    std::string found(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return quoted && !take('>') ? std::string() : found;
  }

  // Up to four digits; `none` where there are none, or more.
  unsigned number() {
    const auto length = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    unsigned value = length == 0 || length > 4 ? none : 0;
    for (const char c : rest_.substr(0, value == none ? 0 : length))
      value = value * 10 + static_cast<unsigned>(c - '0');
    rest_.remove_prefix(length);
    return value;
  }

  // "8", "-5:30", "24:00:00", in seconds.
  std::optional<std::int32_t> time() {
    const std::int32_t sign = take('-') ? -1 : 1;
    if (sign > 0)
      take('+');
    std::int32_t total = 0;
    for (std::int32_t unit = 3600; unit > 0; unit /= 60) {
      const auto part = number();
      if (part > most_hours)
        return std::nullopt;
      total += static_cast<std::int32_t>(part) * unit;
      if (!take(':'))
        break;
    }
    return sign * total;
  }

  // ",M3.2.0/2"
  std::optional<change> when() {
    if (!take(',') || !take('M'))
      return std::nullopt;
    const auto month = number();
    const auto week = take('.') ? number() : none;
    const auto weekday = take('.') ? number() : none;
    if (month < 1 || month > 12 || week < 1 || week > 5 || weekday > 6)
      return std::nullopt;
    const auto time_of_day = take('/') ? time() : std::optional(2 * 3600);
    if (!time_of_day)
      return std::nullopt;
    return change{month, week, weekday, *time_of_day};
  }

private:
  std::string_view rest_;
};

seconds local_seconds(const change& on, int year) {
  using namespace std::chrono;
  const auto month = std::chrono::year(year) / static_cast<int>(on.month);
  const weekday day_of_week(on.weekday);
  const sys_days date =
      on.week == 5 ? sys_days(month / day_of_week[last]) : sys_days(month / day_of_week[on.week]);
  return seconds{date.time_since_epoch().count()} * 86400 + on.time;
}

int year_of(seconds instant) {
  using namespace std::chrono;
  const year_month_day date(floor<days>(sys_seconds(std::chrono::seconds(instant))));
  return static_cast<int>(date.year());
}

struct summer_rule {
  stretch standard;
  stretch summer;
  change begin;
  change end;
};

std::optional<summer_rule> read_rule(reader& text, stretch standard) {
  summer_rule rule{std::move(standard), {}, {}, {}};
  rule.summer.abbreviation = text.name();
  const auto west = text.next() == ',' ? std::optional(-rule.standard.offset - 3600) : text.time();
  const auto begin = text.when();
  const auto end = text.when();
  if (rule.summer.abbreviation.empty() || !west || !begin || !end || !text.at_end())
    return std::nullopt;
  rule.summer.offset = -*west;
  rule.begin = *begin;
  rule.end = *end;
  return rule;
}

std::vector<stretch> apply(const summer_rule& rule, seconds last) {
  std::vector<stretch> found;
  for (int year = year_of(last); year <= last_year; ++year) {
    found.push_back(rule.summer);
    found.back().from = local_seconds(rule.begin, year) - rule.standard.offset;
    found.push_back(rule.standard);
    found.back().from = local_seconds(rule.end, year) - rule.summer.offset;
  }
  std::erase_if(found, [last](const stretch& each) { return each.from <= last; });
  std::ranges::sort(found, {}, &stretch::from);
  return found;
}

} // namespace

std::optional<std::vector<stretch>> follow_rule(std::string_view rule, seconds last) {
  reader text(rule);
  stretch standard{last, 0, text.name()};
  const auto west = text.time();
  if (standard.abbreviation.empty() || !west)
    return std::nullopt;
  standard.offset = -*west;
  if (text.at_end())
    return std::vector{standard};
  const auto both = read_rule(text, standard);
  return both ? std::optional(apply(*both, last)) : std::nullopt;
}

} // namespace proviso::logins
