#include "cli/evidence.hpp"

#include "base/text.hpp"
#include "cli/progress.hpp"
#include "logins/count.hpp"
#include "metering/assess.hpp"
#include "org/licenses.hpp"
#include "org/read.hpp"
#include "report/spreadsheet.hpp"
#include "tables/table.hpp"
#include "warehouse/count.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>

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

// A warehouse tells of its users no more than their license.
void check_matches(const loading::chosen_plan& plan, base::diagnostics& faults) {
  if (plan.plan == nullptr)
    return;
  for (const auto& population : plan.plan->populations)
    if (population.match && !(population.match->profile.empty() && population.match->list.empty()))
      faults.push_back({fmt::format("population '{}' takes users by their profile or a list, and logins in a "
                                    "warehouse are counted by license alone",
                                    population.name.value),
                        population.match->at,
                        "match it by license, or export logins and users to files",
                        {}});
}

// Zones between which a contract without one might be read: far apart, and where half hours count.
constexpr std::string_view other_zones[] = {"America/Los_Angeles", "America/New_York", "Europe/Berlin",
                                            "Asia/Kolkata", "Australia/Sydney"};

std::string_view in_words(base::truth exceeded) {
  return exceeded == base::truth::yes  ? "is exceeded"
         : exceeded == base::truth::no ? "is not exceeded"
                                       : "is undetermined";
}

// The windows whose verdict another zone changes.
std::vector<std::string> changed(const metering::assessment& assumed, const metering::assessment& other,
                                 std::string_view zone) {
  std::vector<std::string> result;
  for (std::size_t sku = 0; sku < assumed.skus.size(); ++sku)
    for (std::size_t i = 0; i < assumed.skus[sku].windows.size(); ++i) {
      const auto& window = other.skus[sku].windows[i];
      if (window.exceeded != assumed.skus[sku].windows[i].exceeded)
        result.push_back(fmt::format("in {} the window {} of {} {}", zone, base::to_string(window.days),
                                     other.skus[sku].sku->name, in_words(window.exceeded)));
    }
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

std::optional<std::string> sql_for(const model::contract& contract, const exports_request& asked,
                                   base::diagnostics& faults) {
  const auto question = question_for(contract, asked, faults);
  return question ? warehouse::print_sql(*asked.warehouse, question->asked, faults) : std::nullopt;
}

void evidence::gather(const observed_contract& of, const exports_request& asked, base::diagnostics& faults) {
  org_ = org::read({{places(asked.users), org::form::users},
                    {places(asked.assignments), org::form::assignments},
                    {places(asked.org), std::nullopt}},
                   of.known, of.words, faults);
  auto question = question_for(of.contract, asked, faults);
  lists_ = read_lists(of.plan, faults);
  contract_ = &of.contract;
  plan_ = of.plan.plan;
  today_ = of.today;
  if (!faults.empty())
    return;
  count(of, asked, question->asked, faults);
  if (!faults.empty())
    return;
  observed_ = observing::observe(
      of.contract, of.plan.plan, std::move(*question),
      {&org_, logins_ ? &*logins_ : nullptr, asked.covers, lists_, of.today, counted_ ? &*counted_ : nullptr});
  if (!of.contract.zone && counted_)
    observed_->assumed.emplace_back("days are those of UTC; no other zone was tried, each would ask the "
                                    "warehouse again: declare the time zone");
  const bool readable_again =
      std::ranges::none_of(asked.logins, [](const given& each) { return each.value == "-"; });
  if (!of.contract.zone && logins_ && readable_again)
    try_zones(asked);
}

void evidence::count(const observed_contract& of, const exports_request& asked,
                     const logins::question& question, base::diagnostics& faults) {
  if (!asked.warehouse) {
    if (!asked.logins.empty())
      logins_ = count_logins(asked, question, faults);
    return;
  }
  check_matches(of.plan, faults);
  if (!faults.empty())
    return;
  counted_ = warehouse::count(*asked.warehouse, question, faults);
  org_.elsewhere = asked.warehouse->users.has_value();
  org::licenses known(of.known, of.words, org_);
  for (std::size_t i = 0; counted_ && i < counted_->histogram.size(); ++i)
    (void)known.number_of(counted_->histogram[i].license); // it is found by its text
}

// Days are those of UTC where the contract names no zone: which verdicts would another one change?
void evidence::try_zones(const exports_request& asked) {
  base::diagnostics ignored; // what they say was said when the files were first read
  const auto assumed = metering::assess(*contract_, &observed_->plan, ignored);
  for (const auto zone : other_zones) {
    auto question = observed_->question;
    question.asked.zone = zone;
    const auto counted = count_logins(asked, question.asked, ignored);
    if (!counted)
      return;
    const auto seen = observing::observe(*contract_, plan_, std::move(question),
                                         {&org_, &*counted, asked.covers, lists_, today_});
    std::ranges::move(changed(assumed, metering::assess(*contract_, &seen.plan, ignored), zone),
                      std::back_inserter(observed_->assumed));
  }
}

std::string evidence::users_as_csv() const {
  const auto& seen = *observed_;
  observing::router routes(*contract_, plan_, org_, lists_);
  std::vector<std::string> rows;
  observing::each_holder(
      {*contract_, seen.question, org_, seen.logins, seen.covered, contract_->months.holding(today_)}, routes,
      [&](const org::user& user, std::uint32_t place, const observing::holder_days& days) {
        rows.push_back(fmt::format("{},{},{},{}\n", report::spreadsheet_cell(routes.places()[place].name),
                                   report::spreadsheet_cell(user.id.empty() ? user.name : user.id), days.total,
                                   seen.who.whole_months));
      });
  std::ranges::sort(rows);
  return fmt::format("population,user,login_days,months\n{}", fmt::join(rows, ""));
}

} // namespace proviso::cli
