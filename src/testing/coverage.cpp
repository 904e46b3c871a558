#include "testing/coverage.hpp"

#include <algorithm>
#include <set>

namespace proviso::testing {
namespace {

struct shown {
  std::set<std::string, std::less<>> reported;
  std::set<std::string, std::less<>> silent;
};

shown shown_by(const std::vector<file_tested>& files) {
  shown result;
  for (const auto& file : files)
    for (const auto& test : file.tests)
      for (const auto* each : test.expectations)
        if (test.passed() && !each->money)
          (each->what == syntax::expect::kind::no_rule ? result.silent : result.reported)
              .emplace(each->rule.text);
  return result;
}

} // namespace

coverage covered_by(const std::vector<file_tested>& files, const std::vector<std::string>& rules) {
  const auto by = shown_by(files);
  std::set<std::string> all(rules.begin(), rules.end());
  std::set<std::string> own;
  for (const auto& file : files)
    own.insert(file.rules.begin(), file.rules.end());
  all.insert(own.begin(), own.end());
  coverage result{all.size(), 0, 0, {}, {}};
  for (const auto& rule : all) {
    result.reported += by.reported.count(rule);
    result.silent += by.silent.count(rule);
    if (own.contains(rule) && !by.reported.contains(rule))
      result.never_reported.push_back(rule);
    if (own.contains(rule) && !by.silent.contains(rule))
      result.never_silent.push_back(rule);
  }
  return result;
}

} // namespace proviso::testing
