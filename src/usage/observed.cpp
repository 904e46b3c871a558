#include "usage/population.hpp"
#include "usage/values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::usage {
namespace {

using base::diagnostics;

constexpr std::string_view part_key = "observed_in_part";

// A month is seen whole or in part.
void check_once(const std::vector<observed_month>& all, diagnostics& faults) {
  for (std::size_t i = 1; i < all.size(); ++i)
    if (all[i].first == all[i - 1].first)
      faults.push_back({fmt::format("the month from {} is observed twice", base::to_string(all[i].first)),
                        all[i].at,
                        "keep it in observed or in observed_in_part",
                        {{all[i - 1].at, "the first"}}});
}

// Without a row a month says nothing, which must not be read as nobody: only one seen in part may.
bool has_rows(std::string_view what, std::string_view expected, const toml_value& table, diagnostics& faults,
              std::string help) {
  if (table.is != toml_value::kind::table)
    report_expected(what, expected, table, faults);
  else if (table.entries.empty())
    faults.push_back({fmt::format("{} is empty", what), table.at, std::move(help), {}});
  return table.is == toml_value::kind::table && !table.entries.empty();
}

// Where login days are not known the users are one number.
void add_users(observed_month& into, int login_days, const toml_entry& entry, std::string_view name,
               diagnostics& faults) {
  if (const auto users = read_count(name, entry.value, faults))
    into.users.push_back({login_days, *users});
}

void read_part(observed_month& into, const toml_entry& entry, diagnostics& faults) {
  if (entry.key == "users") {
    into.login_days_known = false;
    add_users(into, 0, entry, "observed users", faults);
  } else if (entry.key == "logins") {
    into.logins = read_count("observed logins", entry.value, faults);
  } else if (const auto days = key_login_days(entry, faults)) {
    add_users(into, *days, entry, fmt::format("observed users with {} login days", *days), faults);
  }
}

std::string doubt_of(const observed_month& month, std::string_view first) {
  if (month.users.empty())
    return "usage of months that the plan leaves open: give logins that cover them, or plan their users";
  return fmt::format("all logins of the month from {}: the plan has it observed in part", first);
}

void read_month(observed_month& into, const toml_value& table, bool in_part, diagnostics& faults) {
  const auto what = fmt::format("observed from {}", base::to_string(into.first));
  if (in_part && table.is == toml_value::kind::table && table.entries.empty())
    return; // nothing is known of it
  if (!has_rows(what, "a table of login days to users", table, faults, "a month without users is { 0 = 0 }"))
    return;
  const auto before = faults.size();
  for (const auto& entry : table.entries)
    read_part(into, entry, faults);
  if (faults.size() != before)
    return;
  std::ranges::sort(into.users, {}, &observed_users::login_days);
  if (!into.login_days_known && into.users.size() != 1)
    faults.push_back(
        {fmt::format("{} has users both by login days and in all", what), table.at, "keep one of them", {}});
  if (into.users.empty())
    faults.push_back(
        {fmt::format("{} has no users", what), table.at, "a month without users is { 0 = 0 }", {}});
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
    const bool in_part = entry.key == part_key;
    read_month(read, month.value, in_part, faults);
    if (in_part)
      read.doubt = doubt_of(read, month.key);
  }
  std::ranges::sort(into.observed, {}, &observed_month::first);
  check_once(into.observed, faults);
}

} // namespace proviso::usage
