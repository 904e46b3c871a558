#include "cli/inputs_read.hpp"

#include "cli/output/overwriting.hpp"

#include "tables/find.hpp"

#include <algorithm>
#include <filesystem>

namespace proviso::cli {
namespace {

void add_lists(std::vector<std::string>& to, const loading::chosen_plan& plan) {
  if (plan.plan == nullptr)
    return;
  const auto folder = std::filesystem::path(plan.file).parent_path();
  for (const auto& population : plan.plan->populations)
    if (population.match && !population.match->list.empty())
      to.push_back((folder / population.match->list).string());
}

} // namespace

std::vector<std::string> tables_of(const loading::export_files& from) {
  std::vector<std::string> result;
  base::diagnostics told; // when they were read
  for (const auto* names : {&from.logins, &from.users, &from.assignments, &from.org})
    if (names != &from.logins || !from.warehouse)
      for (const auto& each : tables::find_tables(*names, told))
        result.push_back(each.value);
  return result;
}

std::vector<std::string> tables_read(const judged& run) {
  const auto& from = run.asked().exports.files;
  auto result = tables_of(from);
  if (from.any())
    for (const auto& plan : run.plans())
      add_lists(result, plan);
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<std::string> files_read(const judged& run) {
  auto result = tables_read(run);
  const auto sources = names_of(run.sources());
  result.insert(result.end(), sources.begin(), sources.end());
  return result;
}

} // namespace proviso::cli
