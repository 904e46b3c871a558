#include "usage/values.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace proviso::usage {
namespace {

std::string_view kind_words(toml_value::kind is) {
  using enum toml_value::kind;
  switch (is) {
  case text: return "a text";
  case number: return "a number";
  case truth: return "a truth value";
  case day: return "a date";
  case moment: return "a time";
  case list: return "a list";
  case table: return "a table";
  }
  return "a value";
}

std::string found_words(const toml_value& found) {
  using enum toml_value::kind;
  const bool as_written = found.is != text && found.is != list && found.is != table;
  if (found.is == table && found.entries.empty())
    return "an empty table";
  return as_written ? shown(found.text) : std::string(kind_words(found.is));
}

// Why a number of TOML is no decimal of ours.
std::string decimal_help(std::string_view written) {
  if (written.find_first_of("xob") != std::string_view::npos)
    return "write it in decimal digits";
  if (written.find_first_of("in") != std::string_view::npos)
    return {};
  return "a number has at most 40 digits and an exponent from -40 to 40";
}

bool is_users(const base::rational& value) {
  return value.is_whole() && !value.is_negative() && value <= base::rational(most_users);
}

bool is_line(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

} // namespace

std::string shown(std::string_view text) {
  std::size_t kept = std::min<std::size_t>(text.size(), 40);
  while (kept < text.size() && kept > 0 && (static_cast<unsigned char>(text[kept]) & 0xC0) == 0x80)
    --kept; // never half a character
  std::string result;
  for (const char c : text.substr(0, kept))
    result += c == '\n' ? std::string("\\n") : std::string(1, c);
  return kept < text.size() ? result + "…" : result;
}

void report_expected(std::string_view what, std::string_view expected, const toml_value& found,
                     base::diagnostics& faults, std::string help) {
  faults.push_back({fmt::format("{} must be {}; this is {}", what, expected, found_words(found)),
                    found.at,
                    std::move(help),
                    {}});
}

std::optional<base::rational> read_number(std::string_view what, const toml_value& value,
                                          const number_rule& rule, base::diagnostics& faults) {
  const bool is_number = value.is == toml_value::kind::number;
  const auto read = is_number ? base::rational::parse(value.text) : std::nullopt;
  if (read && rule.allows(*read))
    return read;
  report_expected(what, rule.words, value, faults,
                  is_number && !read ? decimal_help(value.text) : std::string{});
  return std::nullopt;
}

std::optional<std::int64_t> read_count(std::string_view what, const toml_value& value,
                                       base::diagnostics& faults) {
  constexpr number_rule rule{"a whole number from 0 to 1,000,000,000,000", is_users};
  const auto read = read_number(what, value, rule, faults);
  return read ? read->whole() : std::nullopt;
}

std::optional<base::stated<base::day>> read_day(const toml_entry& entry, base::diagnostics& faults) {
  const auto& value = entry.value;
  const bool is_day = value.is == toml_value::kind::day;
  if (const auto read = is_day ? base::parse_day(value.text) : std::nullopt)
    return base::stated<base::day>{*read, value.at};
  const bool quoted = value.is == toml_value::kind::text && base::parse_day(value.text);
  report_expected(entry.key, "a date from 1900-01-01 to 2999-12-31", value, faults,
                  quoted ? "write it without quotes: " + value.text : std::string{});
  return std::nullopt;
}

std::optional<base::day> key_day(const toml_entry& entry, base::diagnostics& faults) {
  const auto read = base::parse_day(entry.key);
  if (!read)
    faults.push_back({fmt::format("'{}' is no date", shown(entry.key)),
                      entry.key_at,
                      "a date is written 2027-01-15, its year is 1900 to 2999",
                      {}});
  return read;
}

std::optional<int> key_login_days(const toml_entry& entry, base::diagnostics& faults) {
  for (int days = 0; days <= 31; ++days)
    if (entry.key == std::to_string(days))
      return days;
  faults.push_back({fmt::format("'{}' is no number of login days", shown(entry.key)),
                    entry.key_at,
                    "login days are whole: 0, 1, 2 and so on to 31",
                    {}});
  return std::nullopt;
}

std::optional<base::stated<std::string>> read_text(std::string_view what, const toml_value& value,
                                                   base::diagnostics& faults) {
  if (value.is == toml_value::kind::text && !value.text.empty() && is_line(value.text))
    return base::stated<std::string>{value.text, value.at};
  if (value.is != toml_value::kind::text)
    report_expected(what, "a text", value, faults);
  else
    faults.push_back({fmt::format("{} must be {}", what,
                                  value.text.empty() ? "a text that is not empty" : "one line of text"),
                      value.at,
                      {},
                      {}});
  return std::nullopt;
}

std::vector<base::stated<std::string>> read_texts(const toml_entry& entry, base::diagnostics& faults) {
  std::vector<base::stated<std::string>> result;
  std::map<std::string, base::span> seen;
  if (entry.value.is != toml_value::kind::list)
    report_expected(entry.key, "a list of texts", entry.value, faults);
  for (const auto& item : entry.value.items) {
    const auto read = read_text(fmt::format("an item of {}", entry.key), item, faults);
    if (!read)
      continue;
    const auto [first, fresh] = seen.emplace(read->value, read->at);
    if (fresh)
      result.push_back(*read);
    else
      faults.push_back({fmt::format("{} names '{}' twice", entry.key, shown(read->value)),
                        read->at,
                        {},
                        {{first->second, "first here"}}});
  }
  return result;
}

} // namespace proviso::usage
