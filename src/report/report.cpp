#include "report/report.hpp"

#include <algorithm>
#include <tuple>

namespace proviso::report {
namespace {

int& counter(tally& of, const checking::finding& f) {
  if (f.waived)
    return of.waived;
  if (f.verdict == checking::verdict::undetermined)
    return of.undetermined;
  if (f.severity == checking::severity::error)
    return of.errors;
  return f.severity == checking::severity::warning ? of.warnings : of.infos;
}

void add(tally& to, const std::vector<checking::finding>& findings) {
  for (const auto& f : findings)
    ++counter(to, f);
}

int rank(const checking::finding& f) {
  if (f.waived)
    return 4;
  if (f.verdict == checking::verdict::undetermined)
    return 3;
  return static_cast<int>(checking::severity::error) - static_cast<int>(f.severity);
}

base::span place(const checking::finding& f) {
  return f.places.empty() ? base::span{} : f.places.front().at;
}

auto position(const checking::finding& f) {
  const auto at = place(f);
  const auto day = f.days ? f.days->first : base::day::min();
  return std::tuple(rank(f), at.source, at.begin, std::string_view(f.rule), std::string_view(f.subject), day);
}

void add(tally& to, const contract_report& of) {
  add(to, of.findings);
  to.known += static_cast<int>(of.known.size());
  to.untouched += of.untouched;
}

} // namespace

const rule_card* contract_report::rule(std::string_view name) const {
  const auto found = rules.find(name);
  return found == rules.end() ? nullptr : &found->second;
}

tally count(const std::vector<checking::finding>& findings) {
  tally result;
  add(result, findings);
  return result;
}

tally count(const contract_report& of) {
  tally result;
  add(result, of);
  return result;
}

tally count(const report& all) {
  tally result;
  for (const auto& contract : all.contracts)
    add(result, contract);
  return result;
}

void into_reading_order(std::vector<checking::finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const auto& a, const auto& b) { return position(a) < position(b); });
}

} // namespace proviso::report
