// GitLab's code quality report: one array of issues. What is waived stays, for information.
#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/place.hpp"

#include <nlohmann/json.hpp>

namespace proviso::report {
namespace {

using json = nlohmann::ordered_json;

std::string_view severity(const checking::finding& f) {
  if (f.waived || f.verdict == checking::verdict::undetermined)
    return "info";
  switch (f.severity) {
  case checking::severity::error: return "critical";
  case checking::severity::warning: return "major";
  default: return "minor";
  }
}

json issue(const checking::finding& f, const contract_report& in, const base::sources& from) {
  const auto at = first_place(f, from);
  return {{"description", said_with_waiver(f)},
          {"check_name", base::harmless(f.rule)},
          {"fingerprint", f.fingerprint},
          {"severity", severity(f)},
          {"location",
           {{"path", base::harmless(plain_path(at ? at->file : in.file))},
            {"lines", {{"begin", at ? at->start.line : 1}}}}}};
}

} // namespace

std::string to_gitlab(const report& all) {
  auto issues = json::array();
  for (const auto& contract : all.contracts)
    for (const auto& f : contract.findings)
      issues.push_back(issue(f, contract, *all.sources));
  return issues.dump(2, ' ', true, json::error_handler_t::replace) + '\n';
}

} // namespace proviso::report
