// proviso check: files in, report and exit status out. Each stage reports all faults it can see; the next
// starts only where there are none.
#include "checking/check.hpp"
#include "cli/configuration.hpp"
#include "cli/gate.hpp"
#include "cli/inputs.hpp"
#include "cli/request.hpp"
#include "cli/rule_texts.hpp"
#include "loading/input.hpp"
#include "loading/plans.hpp"
#include "loading/resolved.hpp"
#include "loading/zone.hpp"
#include "metering/assess.hpp"
#include "report/formats.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <memory>
#include <set>

namespace proviso::cli {
namespace {

struct subject { // a named file, and what is checked in it
  input_file input;
  loading::resolved_file of;

  [[nodiscard]] loading::contract_file file() const { return {input.path, of.catalogue.get(), of.contracts}; }
};

class check_run {
public:
  explicit check_run(const invocation& asked) : asked_(asked) {}

  outcome operator()();

private:
  void configure();
  void read();
  void resolve();
  void choose_plans();
  void judge();
  outcome answer();

  void read(const input_file& input);
  void resolve(subject& in);
  void check_destinations();
  void check_treatments(const std::vector<treatment>& all, const checking::rulebook& rules);
  void check_limit(const model::contract& contract);
  void judge(const subject& in, const model::contract& contract, const loading::chosen_plan& plan);
  [[nodiscard]] checking::settings how() const;

  invocation asked_;
  request request_;
  base::sources sources_;
  base::diagnostics faults_;
  std::optional<loading::project> project_;
  std::optional<loading::plans> plans_;
  std::deque<subject> subjects_;
  std::deque<metering::assessment> assessments_;
  std::vector<loading::chosen_plan> chosen_; // one for each contract, in order
  report::report report_;
};

outcome check_run::operator()() {
  using stage = void (check_run::*)();
  for (const stage next :
       {&check_run::configure, static_cast<stage>(&check_run::read), static_cast<stage>(&check_run::resolve),
        &check_run::choose_plans, static_cast<stage>(&check_run::judge)}) {
    (this->*next)();
    if (!faults_.empty())
      return refusal(sources_, faults_);
  }
  return answer();
}

// ---- what is asked

void check_run::configure() {
  const auto folder = offer_configuration(asked_.options, sources_, faults_);
  request_ = read_request(asked_, faults_);
  if (request_.files.empty())
    faults_.push_back({"there is nothing to check",
                       {},
                       "name a contract: proviso check FILE; or list contracts = [\"…\"] in proviso.toml",
                       {}});
  project_.emplace(sources_, open_library(asked_.options, faults_), folder);
}

// ---- files

void check_run::read() {
  for (const auto& input : find_inputs(request_.files, faults_))
    read(input);
  std::vector<base::stated<std::string>> plans;
  for (const auto& each : request_.plans)
    plans.push_back({each.value, each.at});
  plans_.emplace(sources_, plans, faults_);
  check_destinations();
}

// A report never takes the place of what it was made from, nor of another report.
void check_run::check_destinations() {
  std::set<std::string> seen{""};
  for (const auto& to : request_.destinations) {
    if (!to.path.empty() && !seen.insert(to.path).second)
      faults_.push_back({fmt::format("two reports go to '{}'", to.path), {}, {}, {}});
    std::error_code error;
    for (std::uint32_t source = 1; source <= sources_.size(); ++source)
      if (!to.path.empty() && std::filesystem::equivalent(to.path, sources_[source].name(), error))
        faults_.push_back(
            {fmt::format("'{}' is an input: the report would overwrite it", to.path), {}, {}, {}});
  }
}

void check_run::read(const input_file& input) {
  if (input.path.ends_with(".toml")) {
    faults_.push_back(
        {fmt::format("'{}' is no contract", input.path), input.named_at, "give a plan with --plan", {}});
    return;
  }
  subject fresh{input, {}};
  if (input.path == "-") {
    fresh.input.path = request_.standard_input;
    if (auto text = loading::read_standard_input(fresh.input.path, faults_))
      fresh.of.files = project_->load_text(fresh.input.path, std::move(*text), faults_);
  } else {
    fresh.of.files = project_->load_file(input.path, input.named_at, faults_);
  }
  subjects_.push_back(std::move(fresh));
}

// ---- contracts

void check_run::resolve() {
  for (auto& each : subjects_)
    resolve(each);
  const bool none = std::ranges::all_of(subjects_, [](const subject& s) { return s.of.contracts.empty(); });
  if (none && faults_.empty())
    faults_.push_back({"none of these files declares a contract", {}, {}, {}});
}

void check_run::resolve(subject& in) {
  in.of = loading::resolve(std::move(in.of.files), faults_);
  if (in.of.contracts.empty() && in.input.chosen && faults_.empty())
    faults_.push_back({fmt::format("'{}' declares no contract", in.input.path),
                       in.input.named_at,
                       "a contract starts with: contract NAME \"Title\" {",
                       {}});
  for (const auto& contract : in.of.contracts)
    check_limit(contract);
  check_treatments(request_.firm, in.of.rules);
  check_treatments(request_.weak, in.of.rules);
}

void check_run::check_treatments(const std::vector<treatment>& all, const checking::rulebook& rules) {
  for (const auto& each : all)
    if (rules.find(each.what.rule) == nullptr)
      faults_.push_back({fmt::format("there is no rule '{}' to treat", each.what.rule),
                         each.stated.at,
                         rules.did_you_mean(each.what.rule),
                         {}});
}

void check_run::check_limit(const model::contract& contract) {
  const auto& limit = request_.max_cost;
  if (limit && !limit->currency.empty() && limit->currency != contract.currency)
    faults_.push_back({fmt::format("{} is in {}, '{}' is in {}", limit->stated.by, limit->currency,
                                   contract.name, contract.currency),
                       limit->stated.at,
                       {},
                       {{contract.at, ""}}});
}

void check_run::choose_plans() {
  std::vector<const model::contract*> all;
  for (const auto& each : subjects_)
    for (const auto& contract : each.of.contracts) {
      chosen_.push_back(plans_->for_contract(contract, each.file(), faults_));
      all.push_back(&contract);
    }
  plans_->report_unused(all, faults_);
  report_.as_of = request_.as_of ? *request_.as_of : loading::today(all.front()->zone);
}

// ---- findings

report::rule_cards cards(const checking::rulebook& rules) {
  report::rule_cards result;
  for (const auto& rule : rules.rules())
    result[std::string(rule.name)] = {std::string(rule.title), std::string(rule.because),
                                      std::string(rule.source)};
  return result;
}

void check_run::judge() {
  report_.version = program_version();
  report_.sources = &sources_;
  auto plan = chosen_.begin();
  for (const auto& each : subjects_)
    for (const auto& contract : each.of.contracts)
      judge(each, contract, *plan++);
}

void check_run::judge(const subject& in, const model::contract& contract, const loading::chosen_plan& plan) {
  const auto before = faults_.size();
  const auto& assessed = assessments_.emplace_back(metering::assess(contract, plan.plan, faults_));
  if (faults_.size() > before)
    return;
  auto found = checking::check_contract(in.of.rules, assessed, how(), faults_);
  report::into_reading_order(found.findings);
  report_.contracts.push_back({&assessed, in.input.path, plan.file, std::move(found.findings),
                               std::move(found.checks), cards(in.of.rules)});
}

checking::settings check_run::how() const {
  checking::settings result;
  result.today = report_.as_of;
  result.use_waivers = request_.waivers;
  for (const auto& each : request_.weak)
    result.configured.push_back(each.what);
  for (const auto& each : request_.firm)
    result.flags.push_back(each.what);
  return result;
}

// ---- output

std::string in_format(format as, const report::report& all, bool colour) {
  return as == format::json ? report::to_json(all) : report::to_text(all, colour);
}

outcome check_run::answer() {
  outcome result;
  for (const auto& to : request_.destinations) {
    const bool screen = to.path.empty();
    auto text = in_format(to.as, report_, screen && request_.colour);
    if (screen)
      result.out += text;
    else
      result.files.push_back({to.path, std::move(text)});
  }
  if (request_.max_cost)
    result.err = over_limit(*request_.max_cost, report_);
  const bool failed = fails_on(request_.fail_on, report::count(report_)) || !result.err.empty();
  result.status = failed ? ending::found : ending::passed;
  return result;
}

} // namespace

outcome check(const invocation& asked) {
  // The process ends with its run: giving back thousands of small pieces before would only take time.
  static auto& runs = *new std::deque<check_run>;
  return runs.emplace_back(asked)();
}

} // namespace proviso::cli
