#include "base/text.hpp"
#include "base/excerpt.hpp"
#include "testing/report.hpp"

#include <fmt/format.h>

namespace proviso::testing {
namespace {

std::string heading(std::string_view word, const tested& test, const base::sources& from) {
  return fmt::format("{} {}:{}: {}\n", word, base::harmless(test.file),
                     from[test.at.source].locate(test.at.begin).line, base::harmless(test.title));
}

std::string in_text(const failure& failed, const base::sources& from) {
  const base::label place{failed.at, ""};
  auto result = base::excerpts(from, {&place, 1});
  result += fmt::format("   = expected: {}\n", failed.expected);
  for (std::size_t i = 0; i < failed.actual.size(); ++i)
    result += fmt::format("   {} {}\n", i == 0 ? "= actual:  " : "           ", failed.actual[i]);
  return result;
}

std::string in_text(const tested& test, const base::sources& from) {
  if (test.passed())
    return {};
  if (!test.faults.empty())
    return heading("BROKEN", test, from) + base::render(from, test.faults) + '\n';
  auto result = heading("FAILED", test, from);
  for (const auto& failed : test.failures)
    result += in_text(failed, from);
  return result + '\n';
}

std::string missing(std::string_view what, const std::vector<std::string>& rules) {
  std::string result;
  for (const auto& rule : rules)
    result += fmt::format("{}{}", result.empty() ? "" : ", ", rule);
  return rules.empty() ? "" : fmt::format("  {}: {}\n", what, result);
}

std::string in_text(const coverage& of) {
  return fmt::format("coverage: of {} rules {} are reported by some test, {} are kept silent by some\n",
                     of.rules, of.reported, of.silent) +
         missing("no test reports", of.never_reported) + missing("no test keeps silent", of.never_silent);
}

} // namespace

tally count(const report& of) {
  tally result;
  for (const auto& file : of.files)
    for (const auto& test : file.tests)
      ++(!test.faults.empty() ? result.broken : test.failures.empty() ? result.passed : result.failed);
  return result;
}

std::string to_text(const report& of) {
  std::string result;
  for (const auto& file : of.files)
    for (const auto& test : file.tests)
      result += in_text(test, *of.sources);
  const auto all = count(of);
  result += in_text(of.rules);
  result += fmt::format("tests: {} passed, {} failed", all.passed, all.failed);
  return result + (all.broken == 0 ? "\n" : fmt::format(", {} could not run\n", all.broken));
}

} // namespace proviso::testing
