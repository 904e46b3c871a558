#include "editor/analysis.hpp"

#include "loading/zone.hpp"
#include "report/report.hpp"

#include <algorithm>

namespace proviso::editor {
namespace {

void judge(analysis& in, const settings& by, const model::contract& contract) {
  const loading::contract_file file{in.path, in.resolved.catalogue.get(), in.resolved.contracts};
  const auto plan = in.plans->for_contract(contract, file, in.faults);
  if (!in.faults.empty())
    return;
  auto how = by.judging;
  how.today = by.today ? *by.today : loading::today(contract.zone);
  auto result = checking::judge(contract, plan.plan, in.resolved.rules, how, in.faults);
  if (!result)
    return;
  report::into_reading_order(result->found.findings);
  in.contracts.push_back({&contract, plan, std::move(result->figures), std::move(result->found), how.today});
}

} // namespace

analysis::analysis(const settings& by, const std::map<std::string, std::string>& open_texts)
    : project(sources, by.rules, by.folder) {
  for (const auto& [file, text] : open_texts)
    project.offer_text(file, text);
}

const judged_contract* analysis::judged(std::string_view contract) const {
  const auto found = std::ranges::find_if(
      contracts, [&](const judged_contract& each) { return each.contract->name == contract; });
  return found == contracts.end() ? nullptr : &*found;
}

bool analysis::reads(const std::string& file) const {
  for (std::uint32_t number = 1; number <= sources.size(); ++number)
    if (sources[number].name() == file)
      return true;
  return false;
}

std::unique_ptr<analysis> analyse(const settings& by, const std::string& path, std::string text,
                                  const std::map<std::string, std::string>& open_texts) {
  auto result = std::make_unique<analysis>(by, open_texts);
  result->path = path;
  auto files = result->project.load_text(path, std::move(text), result->faults);
  result->resolved = loading::resolve(std::move(files), result->faults);
  result->plans.emplace(result->sources, by.plans, result->faults);
  if (result->faults.empty())
    for (const auto& contract : result->resolved.contracts)
      judge(*result, by, contract);
  result->faults =
      base::each_once(result->faults); // a file that several use may have been judged several times
  return result;
}

bool is_built_in(const settings& by, const base::source& source) {
  return by.built_in && std::ranges::find(by.rules.files(), source.name(), &loading::library_file::shown) !=
                            by.rules.files().end();
}

} // namespace proviso::editor
