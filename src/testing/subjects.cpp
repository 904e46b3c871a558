#include "testing/subjects.hpp"

#include "base/nearest.hpp"

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

bool is_bare(const syntax::reference& name, const base::sources& sources) {
  return !sources.text(name.at).starts_with('"');
}

} // namespace

void check_subjects(const std::vector<const syntax::expect*>& all, const bearers& of,
                    const base::sources& sources, base::diagnostics& faults) {
  const auto known = names_of(of);
  for (const auto* each : all) {
    if (!each->subject || !is_bare(*each->subject, sources) || known.contains(each->subject->value))
      continue;
    const std::vector<std::string_view> candidates(known.begin(), known.end());
    faults.push_back({fmt::format("nothing here is named '{}'", each->subject->value),
                      each->subject->at,
                      base::did_you_mean(each->subject->value, candidates),
                      {}});
  }
}

} // namespace proviso::testing
