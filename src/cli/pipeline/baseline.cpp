#include "cli/pipeline/baseline.hpp"

#include <algorithm>
#include <iterator>

namespace proviso::cli {
namespace {

using key = std::pair<std::string, std::string>;

accepted_contract accepted_of(const report::contract_report& of) {
  const auto& totals = of.assessment->totals;
  const auto& contract = of.contract();
  accepted_contract result{{totals.cost.rounded(contract.decimals, base::rounding::half_up), contract.currency,
                            totals.complete, contract.decimals},
                           {}};
  for (const auto& f : of.findings)
    if (!f.waived)
      result.findings[{f.rule, f.subject}].insert(f.fingerprint);
  return result;
}

// Rules that cannot tell whether what they once found is gone.
std::set<std::string> undecided(const report::contract_report& of) {
  std::set<std::string> result;
  for (const auto& check : of.checks)
    if (!check.waits_for.empty())
      result.insert(check.rule);
  for (const auto& f : of.findings)
    if (f.verdict == checking::verdict::undetermined)
      result.insert(f.rule);
  return result;
}

accepted_cost lower(const accepted_cost& old, const accepted_cost& now) {
  if (!old.complete && now.complete)
    return now;
  const bool comparable = now.complete && now.currency == old.currency;
  return comparable && now.amount < old.amount ? now : old;
}

accepted_contract shrunk(const accepted_contract& old, const report::contract_report& of) {
  const auto now = accepted_of(of);
  const auto open = undecided(of);
  accepted_contract result{lower(old.cost, now.cost), {}};
  for (const auto& [about, prints] : old.findings) {
    const auto found = now.findings.find(about);
    std::set<std::string> kept;
    if (open.contains(about.first))
      kept = prints;
    else if (found != now.findings.end())
      std::ranges::set_intersection(prints, found->second, std::inserter(kept, kept.end()));
    if (!kept.empty())
      result.findings[about] = std::move(kept);
  }
  return result;
}

} // namespace

bool accepted_contract::holds(const checking::finding& f) const {
  const auto found = findings.find(key{f.rule, f.subject});
  return found != findings.end() && found->second.contains(f.fingerprint);
}

const accepted_contract* baseline::find(std::string_view contract) const {
  const auto found = contracts.find(contract);
  return found == contracts.end() ? nullptr : &found->second;
}

baseline baseline_of(const report::report& all) {
  baseline result;
  for (const auto& each : all.contracts)
    result.contracts[each.contract().name] = accepted_of(each);
  return result;
}

baseline shrunk(const baseline& old, const report::report& all) {
  auto result = old;
  for (const auto& each : all.contracts)
    if (const auto found = result.contracts.find(each.contract().name); found != result.contracts.end())
      found->second = shrunk(found->second, each);
  return result;
}

std::size_t size_of(const baseline& all) {
  std::size_t result = 0;
  for (const auto& [name, contract] : all.contracts)
    for (const auto& [about, prints] : contract.findings)
      result += prints.size();
  return result;
}

void set_known_apart(report::report& all, const baseline& accepted) {
  all.has_baseline = true;
  for (auto& each : all.contracts) {
    const auto* known = accepted.find(each.contract().name);
    if (known == nullptr)
      continue;
    const auto fresh = [&](const checking::finding& f) { return f.waived || !known->holds(f); };
    const auto from = std::stable_partition(each.findings.begin(), each.findings.end(), fresh);
    std::move(from, each.findings.end(), std::back_inserter(each.known));
    each.findings.erase(from, each.findings.end());
  }
}

} // namespace proviso::cli
