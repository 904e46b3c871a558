#include "syntax/read.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace proviso::syntax {
namespace {

constexpr std::size_t most_digits = 18;
constexpr std::int64_t longest_duration = 100'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Every '_' has a digit on both sides.
bool groups_well(std::string_view number) {
  for (std::size_t i = 0; i < number.size(); ++i)
    if (number[i] == '_' && (i + 1 == number.size() || !is_digit(number[i + 1]) || !is_digit(number[i - 1])))
      return false;
  return true;
}

std::string kebab(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool upper = name[i] >= 'A' && name[i] <= 'Z';
    const bool after_lower = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (upper && after_lower)
      result += '-';
    const char c = name[i] == '_' ? '-' : name[i];
    if (c != '-' || (!result.empty() && result.back() != '-'))
      result += c;
  }
  if (result.ends_with('-'))
    result.pop_back();
  return base::lower(result);
}

} // namespace

void read(const lexeme& from, word& to, faults&) {
  to = {from.text, from.at};
}

void read_name(const lexeme& from, word& to, faults& out) {
  to = {from.text, from.at};
  if (const auto wanted = kebab(from.text); wanted != from.text)
    out.add(fmt::format("'{}' is not a name: names are kebab-case", from.text), from.at,
            fmt::format("did you mean '{}'?", wanted));
}

void read(const lexeme& from, decimal& to, faults& out) {
  to = {0, 0, from.at};
  std::size_t digits = 0;
  bool fraction = false;
  for (const char c : from.text) {
    fraction = fraction || c == '.';
    if (!is_digit(c))
      continue;
    if (++digits > most_digits)
      break;
    to.units = to.units * 10 + (c - '0');
    to.scale = static_cast<std::uint8_t>(to.scale + (fraction ? 1 : 0));
  }
  if (digits > most_digits)
    out.add(fmt::format("a number has at most {} digits", most_digits), from.at);
  else if (!groups_well(from.text))
    out.add("'_' stands between two digits", from.at, "write 20_000");
  else
    return;
  to = {0, 0, from.at};
}

void read(const lexeme& from, percent& to, faults& out) {
  read(from.part(0, from.text.size() - 1), to.value, out);
  to.at = from.at;
}

void read(const lexeme& from, amount& to, faults& out) {
  const auto blank = from.text.find_first_of(" \t");
  read(from.part(0, blank), to.value, out);
  to.at = from.at;
  to.currency = {};
  if (blank != std::string_view::npos)
    read(from.part(from.text.find_last_of(" \t") + 1), to.currency, out);
}

void read(const lexeme& from, date& to, faults& out) {
  to.at = from.at;
  if (const auto day = base::parse_day(from.text))
    to.value = *day;
  else
    out.add(fmt::format("{} is not a day of the calendar", from.text), from.at,
            from.text < "1900" || from.text >= "3000" ? "years run from 1900 to 2999" : "");
}

void read(const lexeme& from, duration& to, faults& out) {
  decimal count;
  read(from.part(0, from.text.find_first_of(" \t")), count, out);
  const auto unit = from.text.substr(from.text.find_last_of(" \t") + 1);
  if (count.units > longest_duration) {
    out.add(fmt::format("a duration has at most {} days, months or years", longest_duration), from.at);
    count.units = 0;
  }
  to = {unit.starts_with("year") ? count.units * 12 : count.units, unit.starts_with("day"), from.at};
}

void read(const lexeme& from, reference& to, faults& out) {
  if (!from.text.starts_with('"')) {
    to = {std::string(from.text), from.at};
    return;
  }
  text quoted;
  read(from, quoted, out);
  to = {std::move(quoted.value), from.at};
}

void read(const lexeme& from, unit& to, faults&) {
  to.at = from.at;
  to.words.clear();
  for (const char c : base::lower(from.text)) {
    const bool blank = c == ' ' || c == '\t';
    if (!blank || to.words.back() != ' ')
      to.words += blank ? ' ' : c;
  }
  if (to.words.size() > 1 && to.words.ends_with('s'))
    to.words.pop_back();
}

} // namespace proviso::syntax
