// Every rule a test case, every contract a suite: the form that most pipelines show. Errors fail a case, what
// is undetermined skips it; lesser findings are told and let it pass.
#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/place.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::report {
namespace {

using findings = std::vector<const checking::finding*>;

bool fails(const checking::finding& f) {
  return !f.waived && f.verdict == checking::verdict::violation && f.severity == checking::severity::error;
}
bool is_open(const checking::finding& f) {
  return !f.waived && f.verdict == checking::verdict::undetermined;
}

std::string where(const checking::finding& f, const base::sources& from) {
  std::string result;
  for (const auto& at : places_of(f, from))
    result += fmt::format("{}:{}:{}{}{}\n", at.file, at.start.line, at.start.column,
                          at.label.empty() ? "" : " ", at.label);
  return result;
}

std::string failure(const checking::finding& f, const base::sources& from) {
  const auto fix = f.fix.empty() ? std::string() : fmt::format("fix: {}\n", f.fix);
  return fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                     checking::to_string(f.severity), base::xml(said_of(f)), base::xml(where(f, from) + fix));
}

std::string told(const findings& all) {
  std::string text;
  for (const auto* f : all)
    if (!fails(*f))
      text += fmt::format("{}: {}\n", standing_of(*f), said_of(*f));
  return text.empty() ? text : fmt::format("      <system-out>{}</system-out>\n", base::xml(text));
}

// Null where the case is not skipped.
std::string skipped(const checking::check& check, const findings& all) {
  if (!check.waits_for.empty())
    return fmt::format("      <skipped message=\"needs {}\"/>\n", base::xml(check.waits_for));
  const auto open = std::ranges::find_if(all, [](const auto* f) { return is_open(*f); });
  return open == all.end() ? std::string()
                           : fmt::format("      <skipped message=\"{}\"/>\n", base::xml(said_of(**open)));
}

struct suite {
  std::string cases;
  int tests = 0;
  int failures = 0;
  int skipped = 0;

  void add(const checking::check& check, const contract_report& in, const base::sources& from) {
    findings all;
    for (const auto& f : in.findings)
      if (f.rule == check.rule)
        all.push_back(&f);
    std::string inner;
    for (const auto* f : all)
      if (fails(*f))
        inner += failure(*f, from);
    const bool failed = !inner.empty();
    const auto skip = failed ? std::string() : proviso::report::skipped(check, all);
    inner += skip + told(all);
    ++tests;
    failures += failed ? 1 : 0;
    skipped += skip.empty() ? 0 : 1;
    cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", base::xml(in.contract().name),
                         base::xml(check.rule));
    cases += inner.empty() ? "/>\n" : fmt::format(">\n{}    </testcase>\n", inner);
  }

  [[nodiscard]] std::string counts() const {
    return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"", tests, failures, skipped);
  }
};

} // namespace

std::string to_junit(const report& all) {
  suite total;
  std::string suites;
  for (const auto& contract : all.contracts) {
    suite one;
    for (const auto& check : contract.checks)
      one.add(check, contract, *all.sources);
    suites += fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n",
                          base::xml(contract.contract().name), one.counts(), one.cases);
    total.tests += one.tests;
    total.failures += one.failures;
    total.skipped += one.skipped;
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"proviso\" {}>\n{}</testsuites>\n",
      total.counts(), suites);
}

} // namespace proviso::report
