#include "usage/read_plan.hpp"

#include "usage/fields.hpp"
#include "usage/population.hpp"
#include "usage/toml_tree.hpp"
#include "usage/values.hpp"

#include <fmt/format.h>
#include <map>

namespace proviso::usage {
namespace {

using base::diagnostics;

void read_name(plan& into, const toml_entry& entry, diagnostics& faults) {
  if (auto name = read_text(entry.key, entry.value, faults))
    into.name = std::move(name->value);
}

void read_contract(plan& into, const toml_entry& entry, diagnostics& faults) {
  if (auto contract = read_text(entry.key, entry.value, faults))
    into.contract = std::move(*contract);
}

constexpr field<plan> plan_fields[] = {{"name", read_name}, {"contract", read_contract}};

void read_head(plan& into, const toml_entry& entry, diagnostics& faults) {
  into.at = entry.value.at;
  if (entry.value.is != toml_value::kind::table) {
    report_expected(entry.key, "a table", entry.value, faults);
    return;
  }
  const auto keys = read_fields(into, entry.value, plan_fields, "[plan]", faults);
  if (!keys.has("contract"))
    faults.push_back(
        {"this plan names no contract", into.at, "write contract = \"…\", the contract's name", {}});
}

void read_populations(plan& into, const toml_entry& entry, diagnostics& faults) {
  if (entry.value.is != toml_value::kind::list)
    report_expected(entry.key, "a list of tables", entry.value, faults,
                    "begin each population with [[population]]");
  for (const auto& item : entry.value.items)
    if (item.is == toml_value::kind::table)
      into.populations.push_back(read_population(item, faults));
    else
      report_expected("a population", "a table", item, faults);
}

constexpr field<plan> file_fields[] = {{"plan", read_head}, {"population", read_populations}};

void check_names(const std::vector<population>& populations, diagnostics& faults) {
  std::map<std::string_view, base::span> seen;
  for (const auto& each : populations) {
    if (each.name.value.empty())
      continue;
    const auto [first, fresh] = seen.emplace(each.name.value, each.name.at);
    if (!fresh)
      faults.push_back({fmt::format("two populations are named '{}'", shown(each.name.value)),
                        each.name.at,
                        {},
                        {{first->second, "the first"}}});
  }
}

} // namespace

std::optional<plan> read_plan(const base::sources& from, std::uint32_t source, diagnostics& faults) {
  const auto document = read_toml(from, source, faults);
  if (!document)
    return std::nullopt;
  const auto before = faults.size();
  plan result;
  const auto keys = read_fields(result, *document, file_fields, "a plan", faults);
  if (!keys.has("plan"))
    faults.push_back(
        {"this plan has no [plan] table", {source, 0, 0}, "[plan] states the name and the contract", {}});
  check_names(result.populations, faults);
  return faults.size() == before ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace proviso::usage
