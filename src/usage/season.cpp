#include "usage/population.hpp"
#include "usage/values.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace proviso::usage {
namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

constexpr number_rule factor_rule{"a number from 0 to 1,000", [](const rational& factor) {
                                    return !factor.is_negative() && factor <= rational(1000);
                                  }};

void read_factor(population& into, const toml_entry& entry, base::diagnostics& faults) {
  const auto* const month = std::ranges::find(months, entry.key);
  if (month == months.end()) {
    auto help = base::did_you_mean(entry.key, months);
    faults.push_back({fmt::format("'{}' is no month", shown(entry.key)),
                      entry.key_at,
                      help.empty() ? "months are january, february and so on to december" : std::move(help),
                      {}});
    return;
  }
  const auto factor = read_number(fmt::format("the factor of {}", entry.key), entry.value, factor_rule, faults);
  if (factor)
    into.season[static_cast<std::size_t>(month - months.begin())] = *factor;
}

} // namespace

void read_season(population& into, const toml_entry& entry, base::diagnostics& faults) {
  if (entry.value.is != toml_value::kind::table) {
    report_expected(entry.key, "a table of months to factors", entry.value, faults);
    return;
  }
  into.season_at = entry.key_at;
  for (const auto& each : entry.value.entries)
    read_factor(into, each, faults);
}

} // namespace proviso::usage
