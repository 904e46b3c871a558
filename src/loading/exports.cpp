#include "loading/exports.hpp"

#include "loading/user_lists.hpp"
#include "metering/assess.hpp"
#include "observing/people.hpp"
#include "org/licenses.hpp"
#include "org/read.hpp"
#include "tables/find.hpp"
#include "warehouse/count.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <span>
#include <utility>

namespace proviso::loading {
namespace {

// The days of the question, the zone and the ways to count of a contract, with what is said of the files.
std::optional<observing::question_of> question_for(const model::contract& contract, const export_files& from,
                                                   base::diagnostics& faults) {
  auto question = observing::ask(contract, faults);
  if (!question)
    return std::nullopt;
  if (from.file_zone)
    question->asked.file_zone = *from.file_zone;
  question->asked.dates = from.dates;
  question->asked.max_bad_rows = from.max_bad_rows;
  question->asked.jobs = from.jobs;
  return question;
}

// What is wrong with a file is told where the file is named.
std::optional<logins::tally> count_logins(const export_files& from, const logins::question& question,
                                          base::diagnostics& faults) {
  std::vector<std::string> names;
  for (const auto& each : from.logins)
    names.push_back(each.value);
  const auto before = faults.size();
  auto result = logins::count(names, question, faults, from.watch);
  for (auto i = before; i < faults.size(); ++i)
    if (!faults[i].at.somewhere())
      faults[i].at = from.logins.front().at;
  return result;
}

// Nobody is counted twice: files that call users by id and files that call them by name need who is who.
void refuse_strangers(const logins::tally& read, const org::directory& org,
                      const base::stated<std::string>& named, base::diagnostics& faults) {
  const auto strangers = observing::strangers_in(read, org);
  if (strangers.may_be_one())
    faults.push_back(
        {fmt::format("login histories call {} users by an id without a name, and {} by a name without "
                     "an id: the same user may be among both",
                     strangers.by_id, strangers.by_name),
         named.at,
         "give an export of users that has both Id and Username with --users",
         {}});
}

// A warehouse tells of its users no more than their license.
void check_matches(const usage::plan& plan, base::diagnostics& faults) {
  for (const auto& population : plan.populations)
    if (population.match && !(population.match->profile.empty() && population.match->list.empty()))
      faults.push_back({fmt::format("population '{}' takes users by their profile or a list, and logins in a "
                                    "warehouse are counted by license alone",
                                    population.name.value),
                        population.match->at,
                        "match it by license, or export logins and users to files",
                        {}});
}

// Zones between which a contract without one might be read: one of each offset and summer time in use, the
// first of them far apart. Each reads all logins again, so of many rows only these are tried.
constexpr std::size_t far_apart = 5;
constexpr std::uint64_t many_rows = 100'000;
constexpr std::string_view other_zones[] = {
    "America/Los_Angeles", "America/New_York",   "Europe/Berlin",       "Asia/Kolkata",
    "Australia/Sydney",    "Europe/London",      "America/Chicago",     "America/Denver",
    "America/Phoenix",     "America/Anchorage",  "Pacific/Honolulu",    "Pacific/Marquesas",
    "Pacific/Pago_Pago",   "America/Bogota",     "America/Guatemala",   "America/Caracas",
    "America/Halifax",     "America/Santiago",   "America/St_Johns",    "America/Sao_Paulo",
    "America/Noronha",     "Atlantic/Azores",    "Atlantic/Cape_Verde", "Africa/Lagos",
    "Africa/Johannesburg", "Europe/Helsinki",    "Africa/Cairo",        "Pacific/Fiji",
    "Europe/Istanbul",     "Asia/Tehran",        "Asia/Dubai",          "Asia/Kabul",
    "Asia/Karachi",        "Asia/Kathmandu",     "Asia/Dhaka",          "Asia/Yangon",
    "Asia/Bangkok",        "Asia/Singapore",     "Asia/Tokyo",          "Australia/Adelaide",
    "Australia/Darwin",    "Australia/Brisbane", "Pacific/Noumea",      "Pacific/Auckland",
    "Pacific/Chatham",     "Pacific/Tongatapu",  "Pacific/Kiritimati"};

std::span<const std::string_view> zones_to_try(const logins::figures& read) {
  const std::span<const std::string_view> all(other_zones);
  return read.rows > many_rows ? all.first(far_apart) : all;
}

std::string_view in_words(base::truth exceeded) {
  return exceeded == base::truth::yes  ? "is exceeded"
         : exceeded == base::truth::no ? "is not exceeded"
                                       : "is undetermined";
}

// "is exceeded: 6 logins, overage 5.00 USD"
std::string in_words(const metering::window& window, const model::contract& of) {
  auto result = std::string(in_words(window.exceeded));
  if (window.logins)
    result += fmt::format(": {}{} login{}", window.at_least ? "at least " : "", base::grouped(*window.logins),
                          *window.logins == 1 ? "" : "s");
  if (window.logins && window.overage)
    result += fmt::format(", overage {} {}", window.overage->fixed(of.decimals, true), of.currency);
  return result;
}

struct changed_window {  // another zone changes its verdict
  std::string_view zone; // the first that was tried
  base::truth exceeded = base::truth::unknown;
  std::string words;
  int zones = 0; // that change it likewise
};
using changed_windows = std::map<std::pair<std::size_t, std::size_t>, changed_window>; // by SKU and window

void note_changed(changed_windows& into, const metering::assessment& assumed, const metering::assessment& other,
                  std::string_view zone) {
  for (std::size_t sku = 0; sku < assumed.skus.size(); ++sku)
    for (std::size_t i = 0; i < assumed.skus[sku].windows.size(); ++i) {
      const auto& window = other.skus[sku].windows[i];
      if (window.exceeded == assumed.skus[sku].windows[i].exceeded)
        continue;
      auto& change = into[{sku, i}];
      if (change.zones == 0)
        change = {zone, window.exceeded,
                  fmt::format("the window {} of {} {}", base::to_string(window.days), other.skus[sku].sku->name,
                              in_words(window, *other.contract)),
                  0};
      change.zones += change.exceeded == window.exceeded ? 1 : 0;
    }
}

// What is assumed by the days of UTC.
std::vector<std::string> in_words(const changed_windows& all, int tried, bool few) {
  if (all.empty())
    return {fmt::format("whether a pool is exceeded is the same in {} other time zones{}", tried,
                        few ? ", far apart; of so many logins no more are tried" : ", from UTC-11 to UTC+14")};
  std::vector<std::string> result;
  for (const auto& [at, change] : all)
    result.push_back(fmt::format("in {} {} (in {} of {} other time zones that were tried)", change.zone,
                                 change.words, change.zones, tried));
  return result;
}

// Nobody has the logins of days that are still to come.
void refuse_days_to_come(const export_files& from, base::day today, base::diagnostics& faults) {
  if (from.covers && from.covers->last > today)
    faults.push_back(
        {fmt::format("--covers states {}, and today is {}: nobody has the logins of later days",
                     base::to_string(*from.covers), base::to_string(today)),
         {},
         fmt::format("let it end on {}, or say what day it is with --as-of", base::to_string(today)),
         {}});
}

} // namespace

std::optional<std::string> sql_for(const model::contract& contract, const export_files& from,
                                   base::diagnostics& faults) {
  const auto question = question_for(contract, from, faults);
  return question ? warehouse::print_sql(*from.warehouse, question->asked, faults) : std::nullopt;
}

void exports::read(const observed_contract& of, const export_files& from, base::diagnostics& faults) {
  const auto before = faults.size();
  refuse_days_to_come(from, of.today, faults);
  org_ = org::read({{from.users, org::form::users, from.dates},
                    {from.assignments, org::form::assignments, from.dates},
                    {from.org, std::nullopt, from.dates}},
                   of.known, of.words, faults);
  auto question = question_for(of.contract, from, faults);
  if (of.plan != nullptr)
    lists_ = read_lists(*of.plan, of.plan_file, faults);
  if (faults.size() == before)
    count(of, from, question->asked, faults);
  if (faults.size() != before)
    return;
  observed_ = observing::observe(of.contract, of.plan, std::move(*question),
                                 {.org = &org_,
                                  .logins = logins_ ? &*logins_ : nullptr,
                                  .covers = from.covers,
                                  .lists = lists_,
                                  .today = of.today,
                                  .counted = counted_ ? &*counted_ : nullptr});
  if (!of.contract.zone)
    try_zones(of, from);
}

void exports::count(const observed_contract& of, const export_files& from, const logins::question& question,
                    base::diagnostics& faults) {
  if (!from.warehouse) {
    if (!from.logins.empty())
      logins_ = count_logins(from, question, faults);
    if (logins_)
      refuse_strangers(*logins_, org_, from.logins.front(), faults);
    return;
  }
  if (of.plan != nullptr)
    check_matches(*of.plan, faults);
  if (!faults.empty())
    return;
  counted_ = warehouse::count(*from.warehouse, question, faults);
  org_.elsewhere = from.warehouse->users.has_value();
  org::licenses known(of.known, of.words, org_);
  for (std::size_t i = 0; counted_ && i < counted_->histogram.size(); ++i)
    (void)known.number_of(counted_->histogram[i].license); // it is found by its text
}

// Days are those of UTC where the contract names no zone: which verdicts would another one change? What was
// read from a pipe is gone.
void exports::try_zones(const observed_contract& of, const export_files& from) {
  if (counted_)
    observed_->assumed.emplace_back("days are those of UTC; no other zone was tried, each would ask the "
                                    "warehouse again: declare the time zone");
  if (!logins_ ||
      std::ranges::any_of(from.logins, [](const auto& each) { return tables::is_read_once(each.value); }))
    return;
  base::diagnostics ignored; // what they say was said when the files were first read
  const auto assumed = metering::assess(of.contract, &observed_->plan, ignored);
  const auto zones = zones_to_try(logins_->read);
  auto again = from;
  again.watch = {}; // the progress of reading them is told once
  changed_windows changes;
  int tried = 0;
  for (const auto zone : zones) {
    auto question = observed_->question;
    question.asked.zone = zone;
    const auto counted = count_logins(again, question.asked, ignored);
    if (!counted)
      continue; // the system has no such zone
    const auto seen = observing::observe(
        of.contract, of.plan, std::move(question),
        {.org = &org_, .logins = &*counted, .covers = from.covers, .lists = lists_, .today = of.today});
    note_changed(changes, assumed, metering::assess(of.contract, &seen.plan, ignored), zone);
    ++tried;
  }
  if (tried > 0)
    std::ranges::move(in_words(changes, tried, zones.size() == far_apart),
                      std::back_inserter(observed_->assumed));
}

} // namespace proviso::loading
