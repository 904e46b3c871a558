#include "usage/population.hpp"
#include "usage/values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::usage {
namespace {

using base::diagnostics;

// Without a row a month says nothing, which must not be read as nobody.
bool has_rows(std::string_view what, std::string_view expected, const toml_value& table, diagnostics& faults,
              std::string help) {
  if (table.is != toml_value::kind::table)
    report_expected(what, expected, table, faults);
  else if (table.entries.empty())
    faults.push_back({fmt::format("{} is empty", what), table.at, std::move(help), {}});
  return table.is == toml_value::kind::table && !table.entries.empty();
}

void read_month(observed_month& into, const toml_value& table, diagnostics& faults) {
  const auto what = fmt::format("observed from {}", base::to_string(into.first));
  if (!has_rows(what, "a table of login days to users", table, faults, "a month without users is { 0 = 0 }"))
    return;
  for (const auto& entry : table.entries) {
    const auto days = key_login_days(entry, faults);
    const auto name = fmt::format("observed users with {} login days", days.value_or(0));
    const auto users = days ? read_count(name, entry.value, faults) : std::nullopt;
    if (users)
      into.users.push_back({*days, *users});
  }
  std::ranges::sort(into.users, {}, &observed_users::login_days);
}

} // namespace

void read_observed(population& into, const toml_entry& entry, diagnostics& faults) {
  if (!has_rows(entry.key, "a table of first days of months to tables of login days to users", entry.value,
                faults, "write the first day of a month: 2027-01-15 = { 0 = 400, 2 = 90 }"))
    return;
  for (const auto& month : entry.value.entries) {
    const auto first = key_day(month, faults);
    if (!first)
      continue;
    auto& read = into.observed.emplace_back();
    read.first = *first;
    read.at = month.key_at;
    read_month(read, month.value, faults);
  }
  std::ranges::sort(into.observed, {}, &observed_month::first);
}

} // namespace proviso::usage
