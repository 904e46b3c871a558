#include "cli/judged.hpp"

#include "base/text.hpp"
#include "cli/options/configuration.hpp"
#include "cli/output/progress.hpp"
#include "cli/output/unread_rows.hpp"
#include "cli/rule_texts.hpp"
#include "loading/joint.hpp"
#include "loading/zone.hpp"
#include "metadata/read.hpp"
#include "report/users.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace proviso::cli {

std::optional<outcome> judged::run(std::span<const stage> stages) {
  for (const auto next : stages) {
    (this->*next)();
    if (!faults_.empty())
      return refusal(sources_, faults_);
  }
  return std::nullopt;
}

std::optional<outcome> judged::observe_only() {
  static constexpr stage first[] = {&judged::configure, &judged::read_and_resolve};
  static constexpr stage then[] = {&judged::choose_plans, &judged::observe};
  if (auto refused = run(first))
    return refused;
  return request_.exports.print_sql ? print_sql() : run(then);
}

std::optional<outcome> judged::run() {
  if (auto refused = observe_only())
    return refused;
  static constexpr stage last[] = {&judged::read_metadata, &judged::judge};
  return run(last);
}

outcome judged::print_sql() {
  outcome result;
  for (const auto& each : subjects_)
    for (const auto& contract : each.of.contracts)
      if (const auto text = loading::sql_for(contract, request_.exports.files, faults_))
        result.out += fmt::format("{}-- {}: {}\n\n{}", result.out.empty() ? "" : "\n", contract.name,
                                  base::harmless(contract.title), *text);
  return faults_.empty() ? result : refusal(sources_, faults_);
}

std::vector<judged::observed_one> judged::observed() const {
  std::vector<observed_one> result;
  auto seen = exports_.begin();
  for (const auto& each : subjects_)
    for (const auto& contract : each.of.contracts)
      if (seen != exports_.end())
        result.push_back({&contract, &(seen++)->observed()});
  return result;
}

std::vector<judged::planned_one> judged::planned() const {
  std::vector<planned_one> result;
  auto plan = chosen_.begin();
  auto seen = exports_.begin();
  for (const auto& each : subjects_)
    for (const auto& contract : each.of.contracts) {
      const auto& chosen = *plan++;
      const bool observed = seen != exports_.end();
      result.push_back({&contract, observed ? &(seen++)->observed().plan : chosen.plan, chosen.file});
    }
  return result;
}

// ---- what is asked

void judged::configure() {
  const auto folder = offer_configuration(asked_.options, sources_, faults_);
  request_ = read_request(asked_, faults_);
  if (request_.files.empty())
    faults_.push_back({"there is nothing to check",
                       {},
                       "name a contract or a folder of contracts, or list contracts = [\"…\"] in proviso.toml",
                       {}});
  project_.emplace(sources_, open_library(asked_.options, faults_), folder);
}

// ---- files

// In one stage: a text with faults of syntax may have others.
void judged::read_and_resolve() {
  read();
  resolve();
}

void judged::read() {
  for (const auto& input : find_inputs(request_.files, faults_))
    read(input);
  plans_.emplace(sources_, request_.plans, faults_);
}

void judged::read(const input_file& input) {
  if (input.path.ends_with(".toml")) {
    faults_.push_back(
        {fmt::format("'{}' is no contract", input.path), input.named_at, "give a plan with --plan", {}});
    return;
  }
  subject fresh{input, {}};
  fresh.of.files = load(*project_, fresh.input, request_.standard_input, faults_);
  subjects_.push_back(std::move(fresh));
}

// ---- contracts

// A file of a folder that another one uses and that declares no contract, as one of an amendment, belongs to
// that one.
void judged::leave_out_parts() {
  const auto declares = [](const subject& one) {
    return one.of.files.named == nullptr ||
           std::ranges::any_of(one.of.files.named->declarations, [](const auto& declaration) {
             return std::holds_alternative<syntax::contract>(declaration);
           });
  };
  std::set<const syntax::file*> used;
  for (const auto& each : subjects_)
    for (const auto* file : each.of.files.files)
      if (file != each.of.files.named)
        used.insert(file);
  std::erase_if(subjects_, [&](const subject& one) {
    return !one.input.chosen && !declares(one) && used.contains(one.of.files.named);
  });
}

void judged::resolve() {
  leave_out_parts();
  for (auto& each : subjects_)
    resolve(each);
  const bool none = std::ranges::all_of(subjects_, [](const subject& s) { return s.of.contracts.empty(); });
  if (none && faults_.empty())
    faults_.push_back({"none of these files declares a contract", {}, {}, {}});
}

void judged::resolve(subject& in) {
  in.of = loading::resolve(std::move(in.of.files), faults_);
  if (in.of.contracts.empty() && in.input.chosen && faults_.empty())
    faults_.push_back({fmt::format("'{}' declares no contract", in.input.path),
                       in.input.named_at,
                       "a contract starts with: contract NAME \"Title\" {",
                       {}});
  for (const auto& contract : in.of.contracts) {
    check_limit(request_.max_cost, contract);
    check_limit(request_.pipeline.max_increase, contract);
  }
  check_treatments(request_.firm, in.of.rules);
  check_treatments(request_.weak, in.of.rules);
}

void judged::check_treatments(const std::vector<treatment>& all, const checking::rulebook& rules) {
  for (const auto& each : all)
    if (rules.find(each.what.rule) == nullptr)
      faults_.push_back({fmt::format("there is no rule '{}' to treat", each.what.rule),
                         each.stated.at,
                         rules.did_you_mean(each.what.rule),
                         {}});
}

void judged::check_limit(const std::optional<cost_limit>& limit, const model::contract& contract) {
  if (limit && !limit->currency.empty() && limit->currency != contract.currency)
    faults_.push_back({fmt::format("{} is in {}, '{}' is in {}", limit->stated.by, limit->currency,
                                   contract.name, contract.currency),
                       limit->stated.at,
                       {},
                       {{contract.at, ""}}});
}

void judged::choose_plans() {
  std::vector<const model::contract*> all;
  for (const auto& each : subjects_)
    for (const auto& contract : each.of.contracts) {
      chosen_.push_back(plans_->for_contract(contract, each.file(), faults_));
      all.push_back(&contract);
    }
  plans_->report_unused(all, faults_);
  join_sellers();
  report_.as_of = request_.as_of ? *request_.as_of : loading::today(all.front()->zone);
}

void judged::join_sellers() {
  auto chosen = chosen_.begin();
  for (auto& each : subjects_)
    for (auto& contract : each.of.contracts)
      contract = loading::joined_for(std::move(contract), (chosen++)->plan, request_.exports.files.any());
}

// ---- metadata

void judged::read_metadata() {
  if (request_.metadata.empty())
    return;
  const auto before = static_cast<std::uint32_t>(sources_.size());
  found_ = metadata::read_org(request_.metadata, sources_, {request_.exports.files.jobs}, faults_);
  metadata_sources_ = {before + 1, static_cast<std::uint32_t>(sources_.size())};
}

// ---- exports

void judged::observe() {
  if (!request_.exports.files.any())
    return;
  auto files = request_.exports.files;
  const progress_line line;
  files.watch = line.watcher();
  auto plan = chosen_.begin();
  for (const auto& each : subjects_) {
    const auto words = model::resolve_catalogue(project_->with_library(each.of.files, faults_), faults_);
    for (const auto& contract : each.of.contracts) {
      const auto& [file, used] = *plan++;
      exports_.emplace_back().read({contract, used, file, *each.of.catalogue, words, report_.as_of}, files,
                                   faults_);
    }
  }
}

outcome judged::with_unread_rows(outcome answer) const {
  return exports_.empty() ? answer
                          : cli::with_unread_rows(std::move(answer), exports_.front().observed().read());
}

std::string judged::users_as_csv() const {
  const auto& seen = exports_.front();
  return report::users_as_csv({*observed().front().contract, chosen_.front().plan, seen.lists(), report_.as_of},
                              seen.observed());
}

// ---- findings

namespace {

report::rule_cards cards(const checking::rulebook& rules) {
  report::rule_cards result;
  for (const auto& rule : rules.rules())
    result[std::string(rule.name)] = {std::string(rule.title), std::string(rule.because),
                                      std::string(rule.source)};
  return result;
}

} // namespace

void judged::judge() {
  report_.version = program_version();
  report_.sources = &sources_;
  auto plan = chosen_.begin();
  auto seen = exports_.begin();
  for (const auto& each : subjects_)
    for (const auto& contract : each.of.contracts)
      judge(each, contract, *plan++, seen == exports_.end() ? nullptr : &(seen++)->observed());
}

void judged::judge(const subject& in, const model::contract& contract, const loading::chosen_plan& plan,
                   const observing::observation* seen) {
  auto settings = how();
  settings.seen = seen;
  auto result =
      checking::judge(contract, seen != nullptr ? &seen->plan : plan.plan, in.of.rules, settings, faults_);
  if (!result)
    return;
  auto& [figures, found] = judgements_.emplace_back(std::move(*result));
  report::into_reading_order(found.findings);
  subject_of_.push_back(&in);
  report_.contracts.push_back({&figures, in.input.path, plan.file, seen, std::move(found.findings),
                               std::move(found.checks), cards(in.of.rules)});
}

checking::settings judged::how() const {
  auto result = settings_of(request_);
  result.today = report_.as_of;
  result.found = found_ ? &*found_ : nullptr;
  return result;
}

} // namespace proviso::cli
