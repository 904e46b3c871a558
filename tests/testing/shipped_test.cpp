// The tests that stand in rules/ and contracts/ hold, and show every rule both ways.
#include "testing/coverage.hpp"
#include "testing/report.hpp"

#include <filesystem>
#include <gtest/gtest.h>

namespace proviso {
namespace {

struct shipped {
  base::sources sources;
  base::diagnostics faults;
  loading::project project{sources, loading::library::embedded(), std::nullopt};
  testing::report report{&sources, {}, {}};

  void test_folder(const std::string& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
      if (entry.path().extension() == ".proviso") {
        const auto path = entry.path().string();
        const auto named = project.load_file(path, {}, faults);
        report.files.push_back(testing::run_tests(project, sources, path, named, {}, faults));
      }
  }
};

// Rules over exports, which a test of the language cannot give: no test in rules/ can report them.
const std::vector<std::string> over_exports{"counter-mismatch",         "license-switched-mid-month",
                                            "login-pool-runs-out",      "logins-better-as-members",
                                            "members-better-on-logins", "members-who-never-log-in"};

TEST(shipped_tests, hold_and_show_every_rule_both_ways) {
  shipped all;
  all.test_folder("rules");
  all.test_folder("contracts");
  EXPECT_TRUE(all.faults.empty());
  all.report.rules = testing::covered_by(all.report.files, {});
  const auto count = testing::count(all.report);
  EXPECT_EQ(count.failed + count.broken, 0u) << testing::to_text(all.report);
  EXPECT_GT(count.passed, 60u);
  EXPECT_EQ(all.report.rules.never_reported, over_exports);
  EXPECT_EQ(all.report.rules.never_silent, std::vector<std::string>{});
}

} // namespace
} // namespace proviso
