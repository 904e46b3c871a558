#include "testing/subjects.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "checking/rules/schema.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string_view>

namespace proviso::testing {
namespace {

using names = std::set<std::string_view>;

void add_names(names& to, const auto& all) {
  for (const auto& one : all)
    to.insert(one.name);
}

void add_contract(names& to, const model::contract& contract) {
  to.insert(contract.name);
  add_names(to, contract.skus);
  add_names(to, contract.quotes);
  add_names(to, contract.restrictions);
  for (const auto& [name, license] : contract.known->licenses)
    to.insert(name);
  for (const auto& waiver : contract.waivers)
    to.insert(waiver.rule.value);
  for (const auto& amendment : contract.amendments)
    to.insert(amendment.title);
}

void add_metadata(names& to, const metadata::org& found) {
  add_names(to, found.holders);
  add_names(to, found.groups);
  add_names(to, found.networks);
  add_names(to, found.sharing_sets);
  for (const auto& gap : found.gaps)
    to.insert(gap.subject);
}

names names_of(const bearers& of) {
  names all;
  add_contract(all, of.contract);
  if (of.plan != nullptr)
    for (const auto& population : of.plan->populations)
      all.insert(population.name.value);
  if (of.found != nullptr)
    add_metadata(all, *of.found);
  for (const auto& finding : of.outcome.findings)
    all.insert(finding.subject);
  all.erase(""); // of what is about several
  return all;
}

// ---- what a rule is about: its first record

std::optional<checking::record_kind> first_record(const checking::rule* rule) {
  if (rule == nullptr || rule->each.empty())
    return std::nullopt;
  return rule->loops[rule->each.front()].over->of;
}

// Whose names its findings bear, where these are of one kind.
struct kind_of_bearer {
  std::string_view in_words; // "SKUs"; empty: of any kind
  names all;
};

kind_of_bearer bearers_of(const checking::rule* rule, const bearers& of) {
  using enum checking::record_kind;
  kind_of_bearer result;
  switch (first_record(rule).value_or(contract)) {
  case sku:
  case usage:
  case window:
  case stretch:
  case phase:
  case overrun:
  case conflict:
    result.in_words = "SKUs";
    add_names(result.all, of.contract.skus);
    add_names(result.all, of.contract.quotes);
    break;
  case breach: add_names(result.all, of.contract.restrictions); [[fallthrough]];
  case population:
  case band:
  case need:
  case access:
    if (of.plan == nullptr)
      return {}; // nothing is judged then
    result.in_words = "populations";
    for (const auto& one : of.plan->populations)
      result.all.insert(one.name.value);
    break;
  default: break;
  }
  return result;
}

bool has_finding_for(const checking::outcome& outcome, const syntax::expect& expected) {
  return std::ranges::any_of(outcome.findings, [&](const checking::finding& f) {
    return f.rule == expected.rule.text && f.subject == expected.subject->value;
  });
}

// Of a name that something bears.
void check_kind(const syntax::expect& expected, const bearers& of, const checking::rulebook& rules,
                base::diagnostics& faults) {
  const auto kind = bearers_of(rules.find(expected.rule.text), of);
  const auto& name = expected.subject->value;
  if (kind.in_words.empty() || kind.all.contains(name) || has_finding_for(of.outcome, expected))
    return;
  const std::vector<std::string> candidates(kind.all.begin(), kind.all.end());
  faults.push_back({fmt::format("'{}' is about {}, and none is named '{}'", expected.rule.text, kind.in_words,
                                base::harmless(name)),
                    expected.subject->at,
                    kind.all.empty()
                        ? std::string()
                        : fmt::format("name one of these: {}", base::harmless(base::enumerate(candidates))),
                    {}});
}

// Whether the rule's findings are all of the day judged on: those about what metadata holds.
bool is_about_today(const checking::rule* rule) {
  const auto first = first_record(rule);
  return first && checking::schema_of(*first).dated_today;
}

bool has_finding_on(const checking::outcome& outcome, std::string_view rule, base::day on) {
  return std::ranges::any_of(outcome.findings, [&](const checking::finding& f) {
    return f.rule == rule && f.days && f.days->holds(on);
  });
}

} // namespace

void check_subjects(const std::vector<const syntax::expect*>& all, const bearers& of,
                    const checking::rulebook& rules, base::diagnostics& faults) {
  const auto known = names_of(of);
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  for (const auto* each : all) {
    if (!each->subject)
      continue;
    if (known.contains(each->subject->value))
      check_kind(*each, of, rules, faults);
    else
      faults.push_back({fmt::format("nothing here is named '{}'", base::harmless(each->subject->value)),
                        each->subject->at,
                        base::did_you_mean(each->subject->value, candidates),
                        {}});
  }
}

void check_days(const std::vector<const syntax::expect*>& all, const bearers& of,
                const checking::rulebook& rules, base::day today, base::diagnostics& faults) {
  const auto term = of.contract.months.term();
  const auto judged = std::clamp(today, term.first, term.last);
  for (const auto* each : all) {
    if (!each->on || has_finding_on(of.outcome, each->rule.text, each->on->value))
      continue;
    const auto on = each->on->value;
    const bool today_only = is_about_today(rules.find(each->rule.text));
    if (today_only && on != judged)
      faults.push_back({fmt::format("'{}' is judged on {} alone", each->rule.text, base::to_string(judged)),
                        each->on->at,
                        "leave 'on' out, or state that day with 'as of'",
                        {}});
    else if (!term.holds(on))
      faults.push_back({fmt::format("{} lies outside the term of '{}'", base::to_string(on), of.contract.name),
                        each->on->at,
                        fmt::format("name a day of {}", base::to_string(term)),
                        {}});
  }
}

} // namespace proviso::testing
