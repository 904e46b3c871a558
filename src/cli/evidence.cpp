#include "cli/evidence.hpp"

#include "base/text.hpp"
#include "cli/progress.hpp"
#include "logins/count.hpp"
#include "org/read.hpp"
#include "tables/table.hpp"

#include <filesystem>

namespace proviso::cli {
namespace {

std::vector<base::stated<std::string>> places(const std::vector<given>& from) {
  std::vector<base::stated<std::string>> result;
  for (const auto& each : from)
    result.push_back({each.value, each.at});
  return result;
}

// Ids or names, the first cell of each row after the header.
std::set<std::string> read_list(const std::string& file, base::span named_at, base::diagnostics& faults) {
  std::set<std::string> result;
  auto from = tables::input::open(file, named_at, faults);
  if (!from)
    return result;
  const auto keep = [&](const tables::cell& cell) {
    if (cell)
      result.insert(org::is_id(*cell) ? org::short_id(*cell) : base::lower(*cell));
  };
  const tables::listener to{[&](const tables::header& names) {
                              keep(names.front()); // a list may have none
                              return true;
                            },
                            [&](const tables::row& row) {
                              keep(row.cells.front());
                              return true;
                            },
                            [&](const tables::bad_row& row) {
                              faults.push_back(tables::at_line(*from, row.line, row.reason));
                              return true;
                            }};
  (void)tables::read_table(*from, to, faults); // what it lacks is told in `faults`
  return result;
}

// The lists that populations of the plan are matched by; they lie beside the plan.
observing::user_lists read_lists(const loading::chosen_plan& plan, base::diagnostics& faults) {
  observing::user_lists result;
  if (plan.plan == nullptr)
    return result;
  const auto folder = std::filesystem::path(plan.file).parent_path();
  for (const auto& population : plan.plan->populations)
    if (population.match && !population.match->list.empty())
      result[population.match->list] =
          read_list((folder / population.match->list).string(), population.match->at, faults);
  return result;
}

} // namespace

std::optional<observing::question_of> question_for(const model::contract& contract,
                                                   const exports_request& asked, base::diagnostics& faults) {
  auto question = observing::ask(contract, faults);
  if (!question)
    return std::nullopt;
  if (asked.file_zone)
    question->asked.file_zone = asked.file_zone->value;
  question->asked.dates = asked.dates;
  question->asked.max_bad_rows = asked.max_bad_rows;
  question->asked.jobs = asked.jobs;
  return question;
}

std::optional<logins::tally> count_logins(const exports_request& asked, const logins::question& question,
                                          base::diagnostics& faults) {
  std::vector<std::string> names;
  for (const auto& each : asked.logins)
    names.push_back(each.value);
  const progress_line line;
  return logins::count(names, question, faults, line.watcher());
}

void evidence::gather(const observed_contract& of, const exports_request& asked, base::diagnostics& faults) {
  org_ = org::read({{places(asked.users), org::form::users},
                    {places(asked.assignments), org::form::assignments},
                    {places(asked.org), std::nullopt}},
                   of.known, of.words, faults);
  auto question = question_for(of.contract, asked, faults);
  auto lists = read_lists(of.plan, faults);
  if (!faults.empty())
    return;
  if (!asked.logins.empty())
    logins_ = count_logins(asked, question->asked, faults);
  if (faults.empty())
    observed_ =
        observing::observe(of.contract, of.plan.plan, std::move(*question),
                           {&org_, logins_ ? &*logins_ : nullptr, asked.covers, std::move(lists), of.today});
}

} // namespace proviso::cli
