#include "logins/requirements.hpp"

#include "base/text.hpp"
#include "logins/vocabulary.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::logins {
namespace {

zone named_zone(const std::string& name, base::diagnostics& faults) {
  auto found = load_zone(name);
  if (!found)
    faults.push_back({fmt::format("no time zone is named '{}'", base::harmless(name)),
                      {},
                      "zones have names such as 'Europe/Berlin'; they come with the package tzdata",
                      {}});
  return found.value_or(zone());
}

bool are_months(const std::vector<base::day>& months) {
  if (months.size() < 2)
    return false;
  for (std::size_t i = 1; i < months.size(); ++i)
    if (const auto days = (months[i] - months[i - 1]).count(); days < 1 || days > 31)
      return false;
  return true;
}

void refuse(const history& what, std::string_view why, std::string_view help, base::diagnostics& faults) {
  faults.push_back({fmt::format("'{}' {}", base::harmless(what.name), why), {}, std::string(help), {}});
}

bool is_subtype(const std::string& name) {
  return std::ranges::any_of(login_subtypes(), [&](const auto& each) {
    return base::same_but_case(each.api, name) || base::same_but_case(each.label, name);
  });
}

// What counts by type or subtype needs its column: without it every row would seem to be another one.
bool has_columns_of(const history& what, const layout& columns, const std::vector<std::string>& names,
                    base::diagnostics& faults) {
  for (const auto& name : names) {
    const auto needed = is_subtype(name) ? subtype : type;
    if (columns.has(needed))
      continue;
    refuse(what,
           fmt::format("has no column for the login's {}, and '{}' counts apart",
                       needed == type ? "type" : "subtype", base::harmless(name)),
           needed == type ? "export the column LoginType" : "export the column LoginSubType", faults);
    return false;
  }
  return true;
}

bool counts_each_login(const std::vector<way>& ways) {
  return std::ranges::any_of(ways, [](const way& each) { return each.unit == unit::every_login; });
}

// A login stands in both kinds of files under different ids.
void check_kinds(const std::vector<job>& jobs, base::diagnostics& faults) {
  const auto is_log = [](const job& each) { return each.what.layout.event_log; };
  const auto log = std::ranges::find_if(jobs, is_log);
  const auto plain = std::ranges::find_if_not(jobs, is_log);
  if (log != jobs.end() && plain != jobs.end())
    refuse(log->what,
           fmt::format(
               "is an event log file and '{}' is none: where every login counts, one that stands in both would "
               "count twice",
               base::harmless(plain->what.name)),
           "give login histories of one kind", faults);
}

} // namespace

zones check_question(const question& asked, base::diagnostics& faults) {
  zones found;
  found.zone = named_zone(asked.zone, faults);
  if (asked.file_zone)
    found.file_zone = named_zone(*asked.file_zone, faults);
  if (!are_months(asked.months))
    faults.push_back({"months of login histories must follow one another, each of 1 to 31 days", {}, {}, {}});
  if (asked.ways.empty() || asked.ways.size() > most_ways)
    faults.push_back(
        {fmt::format("logins can be counted in 1 to {} ways at once, not in {}", most_ways, asked.ways.size()),
         {},
         {},
         {}});
  return found;
}

void check_layout(const history& what, const layout& columns, const std::vector<way>& ways, bool several,
                  base::diagnostics& faults) {
  for (const auto& each : ways)
    if (!has_columns_of(what, columns, each.only, faults) ||
        !has_columns_of(what, columns, each.except, faults))
      return;
  if (several && counts_each_login(ways) && !columns.tells_rows())
    refuse(what,
           "has no ids of rows: where every login counts, a row that stands in two files would count twice",
           "export the column Id, or give one file", faults);
}

void check_layouts(const std::vector<job>& jobs, const std::vector<way>& ways, base::diagnostics& faults) {
  for (const auto& each : jobs)
    if (each.what.form != form::records)
      check_layout(each.what, each.what.layout, ways, jobs.size() > 1, faults);
  if (counts_each_login(ways))
    check_kinds(jobs, faults);
}

} // namespace proviso::logins
