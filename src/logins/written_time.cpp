// The forms of times beside the two of almost all rows: see timestamp.hpp.
#include "logins/timestamp.hpp"

#include "base/text.hpp"
#include "logins/scanner.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace proviso::logins {
namespace {

constexpr std::size_t longest = 64;
constexpr std::int32_t day_length = 86400;
constexpr std::string_view narrow_space = "\xe2\x80\xaf"; // some locales put it before AM and PM

enum class fault { none, form, date, ambiguous, order, gap, twice, zone_needed, zone_unknown, zone_other };

struct reading {
  std::string_view text;
  const clocks& by;
  logins::fault fault = logins::fault::none;
  std::int32_t day = 0;
  std::int32_t second = 0;
  std::optional<date_order> guessed{};
  std::string_view shows{};      // the abbreviation of a zone
  std::string_view shows_then{}; // and that of the clocks' zone at that time
};

bool fail(reading& r, fault why) {
  if (r.fault == fault::none)
    r.fault = why;
  return false;
}

bool set_date(reading& r, unsigned year, unsigned month, unsigned day) {
  const auto number = day_number(year, month, day);
  r.day = number.value_or(0);
  return number.has_value() || fail(r, fault::date);
}

// Which of the three the year, the month and the day are; without a stated order only what cannot be otherwise.
std::optional<date_order> order_of(const std::array<digits, 3>& parts, char separator, const clocks& by) {
  if (parts[0].count == 4)
    return date_order::ymd;
  if (by.order)
    return by.order;
  if (separator == '.')
    return date_order::dmy;
  const bool year_last = parts[2].count == 4;
  const unsigned first = parts[0].value;
  const unsigned second = parts[1].value;
  if (year_last && (second > 12 || first == second))
    return date_order::mdy;
  if (year_last && first > 12)
    return date_order::dmy;
  return std::nullopt;
}

unsigned full_year(const digits& written) {
  return written.count == 4 ? written.value : 2000 + written.value;
}

bool read_parts(reading& r, scanner& text, std::array<digits, 3>& parts, char& separator) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == 1)
      separator = text.next();
    if (i > 0 && (std::string_view("-/.").find(separator) == std::string_view::npos ||
                  !text.take(std::string_view(&separator, 1))))
      return fail(r, fault::form);
    const auto part = text.number(4);
    if (!part || part->count == 3 || (part->count == 4 && i == 1))
      return fail(r, fault::form);
    parts[i] = *part;
  }
  return true;
}

bool read_date(reading& r, scanner& text) {
  std::array<digits, 3> parts;
  char separator = '\0';
  if (!read_parts(r, text, parts, separator))
    return false;
  const auto order = order_of(parts, separator, r.by);
  if (!order)
    return fail(r, fault::ambiguous);
  if (!r.by.order && separator != '.' && *order != date_order::ymd && parts[0].value != parts[1].value)
    r.guessed = order;
  const std::size_t year = *order == date_order::ymd ? 0 : 2;
  if (parts[2 - year].count == 4 || parts[year].count == 1)
    return fail(r, fault::order);
  const auto month = *order == date_order::mdy ? parts[0] : parts[1];
  const auto day = *order == date_order::mdy ? parts[1] : parts[2 - year];
  return set_date(r, full_year(parts[year]), month.value, day.value);
}

// "PM" after the hour: 12 AM is midnight.
bool apply_half(reading& r, scanner& text, unsigned& hour) {
  auto after = text;
  after.take(narrow_space);
  after.blanks();
  const auto word = base::lower(after.letters());
  if (word != "am" && word != "pm")
    return true;
  text = after;
  if (hour < 1 || hour > 12)
    return fail(r, fault::date);
  hour = hour % 12 + (word == "pm" ? 12 : 0);
  return true;
}

bool read_clock(reading& r, scanner& text) {
  auto hour = text.number(2);
  const auto minute = text.take(":") ? text.number(2) : std::nullopt;
  if (!hour || !minute || minute->count != 2)
    return fail(r, fault::form);
  std::optional<digits> second = digits{};
  if (text.take(":")) {
    second = text.number(2);
    if (second && second->count == 2 && (text.take(".") || text.take(",")) && !text.number(9))
      return fail(r, fault::form);
  }
  if (!second || second->count == 1)
    return fail(r, fault::form);
  if (!apply_half(r, text, hour->value))
    return false;
  if (hour->value > 23 || minute->value > 59 || second->value > 59)
    return fail(r, fault::date);
  r.second = static_cast<std::int32_t>((hour->value * 60 + minute->value) * 60 + second->value);
  return true;
}

bool read_compact(reading& r, scanner& text) {
  const auto all = text.rest().substr(0, 14);
  scanner year(all.substr(0, 4)), month(all.substr(4, 2)), day(all.substr(6, 2));
  scanner hour(all.substr(8, 2)), minute(all.substr(10, 2)), second(all.substr(12, 2));
  text.take(all);
  if ((text.take(".") && !text.number(9)) || !text.at_end())
    return fail(r, fault::form);
  const auto hours = hour.number(2)->value;
  const auto minutes = minute.number(2)->value;
  const auto seconds = second.number(2)->value;
  if (hours > 23 || minutes > 59 || seconds > 59)
    return fail(r, fault::date);
  r.second = static_cast<std::int32_t>((hours * 60 + minutes) * 60 + seconds);
  return set_date(r, year.number(4)->value, month.number(2)->value, day.number(2)->value);
}

bool is_compact(std::string_view text) {
  return text.size() >= 14 && text.substr(0, 14).find_first_not_of("0123456789") == std::string_view::npos;
}

void shift(reading& r, std::int32_t offset) {
  const auto instant = moment{r.day, r.second}.instant() - offset;
  const auto day = instant >= 0 ? instant / day_length : (instant + 1) / day_length - 1;
  r.day = static_cast<std::int32_t>(day);
  r.second = static_cast<std::int32_t>(instant - day * day_length);
}

// "+01:00", "-0800", "+02"
bool read_offset(reading& r, scanner& text) {
  const int sign = text.take("-") ? -1 : 1;
  if (sign > 0)
    text.take("+");
  const auto first = text.number(4);
  const auto second = text.take(":") ? text.number(2) : std::optional(digits{0, 2});
  if (!first || !second || second->count != 2 || first->count % 2 != 0 || !text.at_end())
    return fail(r, fault::form);
  const unsigned hours = first->count == 4 ? first->value / 100 : first->value;
  const unsigned minutes = first->count == 4 ? first->value % 100 : second->value;
  if (hours > 14 || minutes > 59)
    return fail(r, fault::date);
  shift(r, sign * static_cast<std::int32_t>((hours * 60 + minutes) * 60));
  return true;
}

bool uses(const zone& one, std::string_view abbreviation) {
  return std::ranges::find(one.stretches(), abbreviation, &stretch::abbreviation) != one.stretches().end();
}

// Clocks of the zone showed it; `abbreviation` may tell which of two hours it was.
bool apply_zone(reading& r, std::string_view abbreviation) {
  if (!r.by.zone)
    return fail(r, abbreviation.empty() ? fault::zone_needed : fault::zone_unknown);
  auto instants = r.by.zone->instants(moment{r.day, r.second}.instant());
  if (instants.empty())
    return fail(r, fault::gap);
  if (!abbreviation.empty()) {
    r.shows = abbreviation;
    r.shows_then = r.by.zone->at(instants.front()).abbreviation;
    std::erase_if(instants, [&](auto each) { return r.by.zone->at(each).abbreviation != abbreviation; });
    if (instants.empty())
      return fail(r, uses(*r.by.zone, abbreviation) ? fault::zone_other : fault::zone_unknown);
  }
  if (instants.size() > 1 && r.by.days.day(instants.front()) != r.by.days.day(instants.back()))
    return fail(r, fault::twice);
  shift(r, r.by.zone->at(instants.front()).offset);
  return true;
}

bool read_zone(reading& r, scanner& text) {
  text.blanks();
  if (text.next() == '+' || text.next() == '-')
    return read_offset(r, text);
  const auto name = text.letters();
  if (!text.at_end() || !std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; }))
    return fail(r, fault::form);
  return name == "Z" || name == "UTC" || name == "GMT" || apply_zone(r, name);
}

bool read(reading& r) {
  scanner text(r.text);
  if (r.text.size() > longest)
    return fail(r, fault::form);
  if (is_compact(r.text))
    return read_compact(r, text);
  if (!read_date(r, text))
    return false;
  if (!text.take("T")) {
    text.take(",");
    if (text.blanks().empty())
      return fail(r, fault::form);
  }
  return read_clock(r, text) && read_zone(r, text);
}

read_moment explain(const reading& r) {
  if (r.text.empty())
    return {std::nullopt, "has no time", {}, {}};
  const auto shown = fmt::format("the time '{}'", base::harmless(r.text.substr(0, longest)));
  const auto say = [&](std::string_view what, std::string_view help) {
    return read_moment{std::nullopt, fmt::format("{} {}", shown, what), std::string(help), {}};
  };
  switch (r.fault) {
  case fault::date: return say("does not exist", "");
  case fault::order: return say("is not in the order of --date-format", "");
  case fault::gap: return say("does not exist in the zone of --zone: clocks were put forward over it", "");
  case fault::twice: return say("came twice in the zone of --zone, on two days of the contract's", "");
  case fault::zone_other:
    return say(fmt::format("shows {}, and clocks in the zone of --zone show {} then", r.shows, r.shows_then),
               "");
  case fault::ambiguous:
    return say("may be read with the day first or with the month first", "say which: --date-format dmy or mdy");
  case fault::zone_needed:
    return say("has no zone",
               "say whose clocks it shows: --zone UTC, or one such as --zone America/Los_Angeles");
  case fault::zone_unknown:
    return say("has a zone that is no certain one",
               "say whose clocks it shows with a --zone that uses it, such as --zone America/Los_Angeles");
  default: return say("is in no known form", "");
  }
}

} // namespace

read_moment read_time(std::string_view text, const clocks& by) {
  reading r{text, by};
  if (read(r))
    return {moment{r.day, r.second}, {}, {}, r.guessed};
  return explain(r);
}

} // namespace proviso::logins
