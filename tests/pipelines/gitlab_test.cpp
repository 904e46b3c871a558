// The job for GitLab: its script runs, and leaves every artifact that it promises.
#include "pipelines/project.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

namespace {

using namespace proviso;

YAML::Node job() {
  return YAML::LoadFile(test::root() + "/pipelines/gitlab.yml")["proviso"];
}

support::ended run(const test::project& in) {
  std::vector<std::string> variables{"GITLAB_CI=true"};
  for (const auto& each : job()["variables"])
    if (const auto name = each.first.as<std::string>(); name == "PROVISO_HOME")
      variables.push_back(name + "=" + test::root());
    else
      variables.push_back(name + "=" + each.second.as<std::string>());
  std::string script;
  for (const auto* part : {"before_script", "script"})
    for (const auto& line : job()[part])
      script += line.as<std::string>() + "\n";
  in.write("job.sh", script);
  return in.run("bash -eo pipefail job.sh", variables);
}

TEST(gitlab, leaves_every_artifact) {
  const test::project in;
  in.write("contracts/shop.proviso", test::shop("100"));
  const auto said = run(in);
  EXPECT_EQ(said.status, 1) << said.err;
  EXPECT_NE(said.out.find("error[login-pool-exceeded]"), std::string::npos) << said.out;
  for (const auto& each : job()["artifacts"]["reports"])
    EXPECT_TRUE(in.has(each.second.as<std::string>())) << each.first;
  for (const auto& each : job()["artifacts"]["paths"])
    EXPECT_TRUE(in.has(each.as<std::string>())) << each;
  const auto quality = nlohmann::json::parse(in.read("proviso-reports/proviso.codequality.json"));
  EXPECT_EQ(quality.at(0).at("check_name"), "login-pool-exceeded");
}

TEST(gitlab, passes_where_nothing_is_wrong) {
  const test::project in;
  EXPECT_EQ(run(in).status, 0);
}

} // namespace
