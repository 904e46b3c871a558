// The action for GitHub: its inputs reach the program, its step runs, and leaves what the forge shows.
#include "pipelines/project.hpp"

#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>
#include <yaml-cpp/yaml.h>

namespace {

using namespace proviso;

YAML::Node action() {
  return YAML::LoadFile(test::root() + "/action.yml");
}

YAML::Node step() {
  return action()["runs"]["steps"][0];
}

// The variables of the step with the inputs that are given, the others as they are by default.
std::vector<std::string> variables(const std::map<std::string, std::string>& given) {
  std::vector<std::string> result{"GITHUB_ACTIONS=true", "GITHUB_ACTION_PATH=" + test::root(),
                                  "GITHUB_STEP_SUMMARY=summary.md", "GITHUB_OUTPUT=output.txt"};
  const std::regex input(R"(\$\{\{ inputs\.([a-z-]+) \}\})");
  for (const auto& each : step()["env"]) {
    const auto value = each.second.as<std::string>();
    std::smatch name;
    if (!std::regex_match(value, name, input))
      throw std::runtime_error("no input: " + value);
    const auto found = given.find(name[1]);
    result.push_back(each.first.as<std::string>() + "=" +
                     (found == given.end() ? action()["inputs"][name[1].str()]["default"].as<std::string>()
                                           : found->second));
  }
  return result;
}

support::ended run(const test::project& in, const std::map<std::string, std::string>& inputs) {
  EXPECT_EQ(step()["shell"].as<std::string>(), "bash");
  in.write("step.sh", step()["run"].as<std::string>());
  return in.run("bash --noprofile --norc -eo pipefail step.sh", variables(inputs));
}

TEST(action, uses_each_input_and_describes_it) {
  std::set<std::string> used;
  const std::regex input(R"(\$\{\{ inputs\.([a-z-]+) \}\})");
  for (const auto& each : step()["env"]) {
    const auto value = each.second.as<std::string>();
    std::smatch name;
    ASSERT_TRUE(std::regex_match(value, name, input)) << value;
    used.insert(name[1]);
  }
  std::set<std::string> declared;
  for (const auto& each : action()["inputs"]) {
    declared.insert(each.first.as<std::string>());
    EXPECT_FALSE(each.second["description"].as<std::string>().empty()) << each.first;
  }
  EXPECT_EQ(used, declared);
  EXPECT_EQ(action()["runs"]["using"].as<std::string>(), "composite");
}

TEST(action, passes_and_leaves_reports) {
  const test::project in;
  const auto said = run(in, {});
  EXPECT_EQ(said.status, 0) << said.err;
  EXPECT_EQ(in.read("output.txt"), "status=0\nsarif=proviso-reports/proviso.sarif\n");
  EXPECT_TRUE(in.read("summary.md").starts_with("### shop: Web shop\n")) << in.read("summary.md");
  for (const auto* file : {"proviso.sarif", "proviso.md", "proviso.html", "proviso.junit.xml"})
    EXPECT_TRUE(in.has(std::string("proviso-reports/") + file)) << file;
}

TEST(action, fails_and_annotates) {
  const test::project in;
  in.write("contracts/shop.proviso", test::shop("100"));
  const auto said = run(in, {{"files", "contracts/shop.proviso\n"}, {"reports", "out"}});
  EXPECT_EQ(said.status, 1) << said.err;
  EXPECT_NE(said.out.find("::error file=contracts/shop.proviso,line=12,endLine=12,col=16,"), std::string::npos)
      << said.out;
  EXPECT_EQ(in.read("output.txt"), "status=1\nsarif=out/proviso.sarif\n");
  EXPECT_NE(in.read("summary.md").find("| error | login-pool-exceeded |"), std::string::npos);
}

TEST(action, reports_what_changed) {
  const test::project in;
  in.write("contracts/shop.proviso", test::shop("100"));
  ASSERT_EQ(in.run("git commit -qam breach && touch note && git add note && git commit -qm note").status, 0);
  EXPECT_EQ(run(in, {{"changed-since", "HEAD~1"}}).status, 0);
  EXPECT_NE(in.read("summary.md").find("left out: the change does not touch them"), std::string::npos)
      << in.read("summary.md");
  EXPECT_EQ(run(in, {{"changed-since", "HEAD~2"}}).status, 1);
}

TEST(action, refuses_what_it_cannot_do) {
  const test::project in;
  const auto said = run(in, {{"changed-since", "nowhere"}});
  EXPECT_EQ(said.status, 2);
  EXPECT_NE(said.err.find("what changed since 'nowhere' cannot be told; fetch the whole history"),
            std::string::npos)
      << said.err;
  EXPECT_EQ(run(in, {{"fail-on", "eror"}}).status, 2);
  EXPECT_FALSE(in.has("proviso-reports/proviso.sarif"));
}

} // namespace
