#include "usage/population.hpp"
#include "usage/values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::usage {
namespace {

void read_dated(population& into, const toml_entry& entry, base::diagnostics& faults) {
  const auto from = key_day(entry, faults);
  const auto what = fmt::format("users from {}", entry.key);
  const auto users = from ? read_count(what, entry.value, faults) : std::nullopt;
  if (users)
    into.users.push_back({from, *users, entry.at()});
}

} // namespace

void read_users(population& into, const toml_entry& entry, base::diagnostics& faults) {
  const auto& value = entry.value;
  into.users_at = entry.key_at;
  if (value.is == toml_value::kind::number) {
    if (const auto users = read_count(entry.key, value, faults))
      into.users.push_back({std::nullopt, *users, value.at});
    return;
  }
  if (value.is != toml_value::kind::table || value.entries.empty()) {
    report_expected(entry.key, "a whole number, or a table of dates to numbers", value, faults);
    return;
  }
  for (const auto& dated : value.entries)
    read_dated(into, dated, faults);
  std::ranges::sort(into.users, {}, &users_entry::from);
}

} // namespace proviso::usage
