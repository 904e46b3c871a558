#include "checking/check.hpp"

#include "checking/adjust.hpp"
#include "checking/rules/run.hpp"
#include "metering/assess.hpp"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <thread>
#include <tuple>

namespace proviso::checking {
namespace {

class checking_run {
public:
  checking_run(const rulebook& rules, const metering::assessment& all, const settings& how,
               base::diagnostics& faults)
      : rules_(rules), metered_(all), contract_(*all.contract), how_(how), faults_(faults),
        faults_before_(faults.size()), facts_(all, how.today, how.found, how.seen), lists_(facts_),
        used_(contract_.waivers.size(), base::truth::no) {}

  outcome run() {
    run_rules(false);
    note_waivers();
    run_rules(true);
    arrange();
    return std::move(result_);
  }

private:
  struct due { // a rule to be judged, and what came of it
    const rule* one = nullptr;
    checking::severity severity = severity::error;
    std::vector<value> parameters{};
    ran result{};
  };

  void run_rules(bool about_waivers) {
    std::vector<due> all;
    for (const auto& one : rules_.rules())
      if (const auto severity = severity_of(one, contract_, how_);
          one.about_waivers == about_waivers && severity != severity::off)
        all.push_back({&one, severity, parameters_of(one, contract_, how_.today)});
    run_all(all, about_waivers);
    for (auto& each : all)
      if (faults_.size() == faults_before_)
        take(each);
  }

  // Of a large contract a second thread judges what the first has not begun, over facts of its own.
  void run_all(std::vector<due>& all, bool about_waivers) {
    std::atomic<std::size_t> next = 0;
    const auto judge = [&](const facts& over, listings& lists) {
      for (auto i = next++; i < all.size(); i = next++) {
        all[i].result = checking::run(*all[i].one, over, lists, all[i].parameters, how_.most_steps);
        if (all[i].result.exhausted)
          next = all.size();
      }
    };
    std::optional<std::jthread> second;
    if (!about_waivers && is_worth_two())
      second.emplace([&] {
        const facts own(metered_, how_.today);
        listings lists(own);
        judge(own, lists);
      });
    judge(facts_, lists_);
  }

  // What metadata and exports say is drawn from files of any size, once.
  [[nodiscard]] bool is_worth_two() const {
    constexpr std::size_t large = 100;
    return contract_.skus.size() >= large && how_.found == nullptr && how_.seen == nullptr;
  }

  void take(due& each) {
    auto& [one, severity, parameters, ran] = each;
    if (ran.exhausted) {
      faults_.push_back({fmt::format("rule '{}' compares more records of '{}' than can be gone through",
                                     one->name, contract_.name),
                         one->at,
                         "nest fewer 'for', or look records up with 'where x.field == y.field'",
                         {}});
      return;
    }
    for (auto& finding : ran.findings)
      finding.severity = severity;
    waive(ran.findings, contract_, how_.today, how_.use_waivers, used_);
    const auto verdict = ran.waits_for.empty() ? verdict_of(ran.findings) : verdict::undetermined;
    result_.checks.push_back({std::string(one->name), verdict, std::string(ran.waits_for)});
    std::move(ran.findings.begin(), ran.findings.end(), std::back_inserter(result_.findings));
  }

  // A waiver of a rule about waivers cannot be judged by that very rule: it counts as used.
  void note_waivers() {
    std::vector<base::truth> used;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      const auto& name = contract_.waivers[i].rule.value;
      const auto* one = rules_.find(name);
      const bool own = one != nullptr && one->about_waivers;
      used.push_back(own ? base::truth::yes
                         : base::either(used_[i], undecided(name) ? base::truth::unknown : base::truth::no));
    }
    facts_.waivers_used(std::move(used));
  }

  [[nodiscard]] bool undecided(std::string_view rule) const {
    return std::any_of(result_.findings.begin(), result_.findings.end(), [&](const finding& f) {
      return f.rule == rule && f.verdict == verdict::undetermined && !f.waived;
    });
  }

  void arrange() {
    const auto rank = [](const finding& f) {
      const auto open = f.verdict == verdict::undetermined;
      const auto first = f.days ? f.days->first : base::day{};
      return std::tuple(-static_cast<int>(f.severity), open, std::string_view(f.rule), first,
                        std::string_view(f.subject), std::string_view(f.message));
    };
    std::stable_sort(result_.findings.begin(), result_.findings.end(),
                     [&](const finding& a, const finding& b) { return rank(a) < rank(b); });
    std::sort(result_.checks.begin(), result_.checks.end(),
              [](const checking::check& a, const checking::check& b) { return a.rule < b.rule; });
    tell_apart();
  }

  // Findings that have everything in common are numbered in their order.
  void tell_apart() {
    std::map<std::string, int> seen;
    for (auto& one : result_.findings)
      if (const auto count = seen[one.fingerprint]++; count > 0)
        one.fingerprint = fingerprint_of(fmt::format("{}\n{}", one.fingerprint, count));
  }

  const rulebook& rules_;
  const metering::assessment& metered_;
  const model::contract& contract_;
  const settings& how_;
  base::diagnostics& faults_;
  std::size_t faults_before_;
  facts facts_;
  listings lists_;
  std::vector<base::truth> used_;
  outcome result_;
};

} // namespace

outcome check_contract(const rulebook& rules, const metering::assessment& all, const settings& how,
                       base::diagnostics& faults) {
  return checking_run(rules, all, how, faults).run();
}

std::optional<judgement> judge(const model::contract& contract, const usage::plan* plan, const rulebook& rules,
                               const settings& how, base::diagnostics& faults) {
  const auto before = faults.size();
  judgement result{metering::assess(contract, plan, faults), {}};
  if (faults.size() == before)
    result.found = check_contract(rules, result.figures, how, faults);
  return faults.size() == before ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace proviso::checking
