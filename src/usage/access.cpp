#include "usage/fields.hpp"
#include "usage/population.hpp"
#include "usage/values.hpp"

#include "base/nearest.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::usage {
namespace {

using base::diagnostics;

void read_object(planned_access& into, const toml_entry& entry, diagnostics& faults) {
  auto object = read_text(entry.key, entry.value, faults);
  if (!object)
    return;
  into.object = std::move(object->value);
  into.at = object->at;
}

model::operations operation(const base::stated<std::string>& name, diagnostics& faults) {
  std::vector<std::string_view> names;
  for (const auto each : model::each_operation) {
    names.push_back(model::to_string(each));
    if (name.value == names.back())
      return each;
  }
  auto help = base::did_you_mean(name.value, names);
  faults.push_back({fmt::format("'{}' is no operation", shown(name.value)),
                    name.at,
                    help.empty() ? "operations are create, read, update and delete" : std::move(help),
                    {}});
  return {};
}

void read_operations(planned_access& into, const toml_entry& entry, diagnostics& faults) {
  for (const auto& name : read_texts(entry, faults))
    into.wanted |= operation(name, faults);
  if (entry.value.is == toml_value::kind::list && entry.value.items.empty())
    faults.push_back(
        {"operations is empty", entry.value.at, "operations are create, read, update and delete", {}});
}

void read_from(planned_access& into, const toml_entry& entry, diagnostics& faults) {
  into.from = read_day(entry, faults);
}
void read_until(planned_access& into, const toml_entry& entry, diagnostics& faults) {
  into.until = read_day(entry, faults);
}

constexpr field<planned_access> access_fields[] = {
    {"object", read_object},
    {"operations", read_operations},
    {"from", read_from},
    {"until", read_until},
};

void check(const planned_access& access, const stated_keys& keys, const toml_value& table,
           diagnostics& faults) {
  if (!keys.has("object"))
    faults.push_back({"this access names no object", table.at, "write object = \"…\"", {}});
  if (!keys.has("operations"))
    faults.push_back({"this access names no operations", table.at, "write operations = [\"read\"]", {}});
  if (access.from && access.until && access.until->value < access.from->value)
    faults.push_back(
        {fmt::format("this access ends on {}, before it begins", base::to_string(access.until->value)),
         access.until->at,
         {},
         {{access.from->at, "begins here"}}});
}

void read_license(match_by& into, const toml_entry& entry, diagnostics& faults) {
  if (auto read = read_text(entry.key, entry.value, faults))
    into.license = std::move(read->value);
}
void read_profile(match_by& into, const toml_entry& entry, diagnostics& faults) {
  if (auto read = read_text(entry.key, entry.value, faults))
    into.profile = std::move(read->value);
}
void read_list(match_by& into, const toml_entry& entry, diagnostics& faults) {
  if (auto read = read_text(entry.key, entry.value, faults))
    into.list = std::move(read->value);
}

constexpr field<match_by> match_fields[] = {
    {"license", read_license}, {"profile", read_profile}, {"list", read_list}};

} // namespace

void read_access(population& into, const toml_entry& entry, diagnostics& faults) {
  if (entry.value.is != toml_value::kind::list)
    report_expected(entry.key, "a list of tables", entry.value, faults);
  for (const auto& item : entry.value.items) {
    if (item.is != toml_value::kind::table) {
      report_expected("an item of access", "a table with object and operations", item, faults);
      continue;
    }
    auto& access = into.access.emplace_back();
    const auto keys = read_fields(access, item, access_fields, "an access", faults);
    check(access, keys, item, faults);
  }
}

void read_match(population& into, const toml_entry& entry, diagnostics& faults) {
  if (entry.value.is != toml_value::kind::table || entry.value.entries.empty()) {
    report_expected(entry.key, "a table with license, profile or list", entry.value, faults);
    return;
  }
  auto& match = into.match.emplace();
  match.at = entry.key_at;
  read_fields(match, entry.value, match_fields, "match", faults);
}

} // namespace proviso::usage
