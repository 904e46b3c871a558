// The form that Jenkins, GitLab and others read. Times are left out: the same tests give the same bytes.
#include "base/excerpt.hpp"
#include "base/text.hpp"
#include "testing/report.hpp"

#include <fmt/format.h>

namespace proviso::testing {
namespace {

std::string in_xml(const failure& failed) {
  std::string actual;
  for (const auto& line : failed.actual)
    actual += (actual.empty() ? "" : "\n") + line;
  return fmt::format("      <failure message=\"expected {}\">actual: {}</failure>\n",
                     base::xml(failed.expected), base::xml(actual));
}

std::string in_xml(const tested& test, const base::sources& from) {
  const auto line = from[test.at.source].locate(test.at.begin).line;
  auto result = fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"",
                            base::xml(test.file), base::xml(test.title), base::xml(test.file), line);
  if (test.passed())
    return result + "/>\n";
  result += ">\n";
  if (!test.faults.empty())
    result += fmt::format("      <error message=\"{}\">{}</error>\n", base::xml(test.faults[0].message),
                          base::xml(base::render(from, test.faults)));
  for (const auto& failed : test.failures)
    result += in_xml(failed);
  return result + "    </testcase>\n";
}

std::string counts(const tally& of) {
  return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\"", of.passed + of.failed + of.broken, of.failed,
                     of.broken);
}

} // namespace

std::string to_junit(const report& of) {
  auto result = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"proviso\" {}>\n",
                            counts(count(of)));
  for (const auto& file : of.files) {
    if (file.tests.empty())
      continue;
    result += fmt::format("  <testsuite name=\"{}\" {}>\n", base::xml(file.tests[0].file),
                          counts(count({of.sources, {file}, {}})));
    for (const auto& test : file.tests)
      result += in_xml(test, *of.sources);
    result += "  </testsuite>\n";
  }
  return result + "</testsuites>\n";
}

} // namespace proviso::testing
