#include "report/listing.hpp"

#include "base/text.hpp"
#include "checking/rules/schema.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace proviso::report {
namespace {

using json = nlohmann::ordered_json;

std::string printed(const json& value) {
  return value.dump(2, ' ', true, json::error_handler_t::replace) + '\n';
}

json field(const checking::field& of) {
  return {{"name", of.name}, {"type", checking::describe(of.is)}, {"documentation", of.documentation}};
}

json record(const checking::record_schema& of) {
  auto fields = json::array();
  for (const auto& each : of.fields)
    fields.push_back(field(each));
  return {
      {"name", checking::singular(of.of)}, {"documentation", of.documentation}, {"fields", std::move(fields)}};
}

} // namespace

std::string rules_to_text(const std::vector<listed_rule>& rules) {
  std::size_t longest = 0;
  for (const auto& rule : rules)
    longest = std::max(longest, rule.name.size());
  std::string result;
  for (const auto& rule : rules)
    result += fmt::format("{:<{}}  {:<7}  {:<6}  {}\n", base::harmless(rule.name), longest, rule.severity,
                          rule.kind, base::harmless(rule.title));
  return result;
}

std::string rules_to_json(const std::vector<listed_rule>& rules) {
  auto list = json::array();
  for (const auto& rule : rules)
    list.push_back({{"name", rule.name},
                    {"title", rule.title},
                    {"severity", rule.severity},
                    {"kind", rule.kind},
                    {"file", rule.file}});
  return printed({{"rules", std::move(list)}});
}

std::string facts_to_json() {
  auto collections = json::array();
  for (const auto& each : checking::collections())
    collections.push_back(
        {{"name", each.name}, {"record", checking::singular(each.of)}, {"documentation", each.documentation}});
  auto records = json::array();
  for (const auto* each : checking::record_kinds())
    records.push_back(record(*each));
  return printed({{"collections", std::move(collections)}, {"records", std::move(records)}});
}

} // namespace proviso::report
