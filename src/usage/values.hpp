// Single values of a plan: texts, exact numbers, counts and days. Each reader reports what was expected and
// what stands there instead, and then gives nothing.
#pragma once

#include "base/day.hpp"
#include "base/diagnostic.hpp"
#include "base/rational.hpp"
#include "base/span.hpp"
#include "usage/toml_tree.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::usage {

inline constexpr std::int64_t most_users = 1'000'000'000'000;

struct number_rule {
  std::string_view words; // "a number from 0 to 1"
  bool (*allows)(const base::rational&);
};

// A key or number as messages show it: on one line and not longer than one can read.
[[nodiscard]] std::string shown(std::string_view text);

// "users must be a whole number; this is a text"
void report_expected(std::string_view what, std::string_view expected, const toml_value& found,
                     base::diagnostics& faults, std::string help = {});

// The decimal that is written. Its text has at most 40 digits; `inf`, `nan`, 0x10, 0o7 and 0b1 are no decimals.
[[nodiscard]] std::optional<base::rational> read_number(std::string_view what, const toml_value& value,
                                                        const number_rule& rule, base::diagnostics& faults);
// Users: whole, from 0 to 10^12.
[[nodiscard]] std::optional<std::int64_t> read_count(std::string_view what, const toml_value& value,
                                                     base::diagnostics& faults);
// A day that is written as a date, without quotes.
[[nodiscard]] std::optional<base::stated<base::day>> read_day(const toml_entry& entry,
                                                              base::diagnostics& faults);
// The day that a key names.
[[nodiscard]] std::optional<base::day> key_day(const toml_entry& entry, base::diagnostics& faults);
// The login days, 0 to 31, that a key names.
[[nodiscard]] std::optional<int> key_login_days(const toml_entry& entry, base::diagnostics& faults);

// One line of text, not empty.
[[nodiscard]] std::optional<base::stated<std::string>> read_text(std::string_view what, const toml_value& value,
                                                                 base::diagnostics& faults);
// A list of such texts, each once.
[[nodiscard]] std::vector<base::stated<std::string>> read_texts(const toml_entry& entry,
                                                                base::diagnostics& faults);

} // namespace proviso::usage
