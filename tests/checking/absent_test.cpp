// What is not given never passes: a rule that holds without a plan holds under every plan, and one that is
// broken without it stays broken.
#include "checking/world.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>

namespace proviso::checking::testing {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

using verdicts = std::map<std::string, verdict>;

verdicts judge(const fs::path& contract, const std::string& plan) {
  world w;
  w.add_folder("rules");
  w.add_file(contract.string());
  w.resolve();
  if (!plan.empty())
    w.plan("plan", plan);
  w.assess();
  verdicts result;
  for (const auto& check : w.check().checks)
    result[check.rule] = check.verdict;
  EXPECT_EQ(w.rendered(), "") << contract;
  return result;
}

// Every number of users a hundred times as large.
std::string crowded(std::string plan) {
  for (auto at = plan.find("users "); at != std::string::npos; at = plan.find("users ", at + 1)) {
    const auto end = plan.find('\n', at);
    if (plan[plan.find_first_not_of(" =", at + 5)] != '{')
      plan.insert(end, "00");
  }
  return plan;
}

void expect_nothing_passed(const verdicts& without, const verdicts& with, const fs::path& contract) {
  for (const auto& [rule, verdict] : without) {
    if (verdict != verdict::undetermined) {
      EXPECT_EQ(with.at(rule), verdict)
          << rule << " of " << contract << " was judged without the plan it needs";
    }
  }
}

TEST(absent_plan, passes_nothing) {
  int contracts = 0;
  for (const auto& entry : fs::directory_iterator("contracts")) {
    const auto plan = fs::path(entry.path()).replace_extension(".plan.toml");
    if (entry.path().extension() != ".proviso" || !fs::exists(plan))
      continue;
    ++contracts;
    const auto without = judge(entry.path(), "");
    expect_nothing_passed(without, judge(entry.path(), content(plan)), entry.path());
    expect_nothing_passed(without, judge(entry.path(), crowded(content(plan))), entry.path());
  }
  EXPECT_GE(contracts, 5);
}

} // namespace
} // namespace proviso::checking::testing
