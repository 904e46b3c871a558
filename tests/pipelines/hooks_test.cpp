// The hooks for pre-commit: each is well formed, starts a program of this repository, and does its work.
#include "metadata/vocabulary.hpp"
#include "pipelines/project.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <yaml-cpp/yaml.h>

namespace {

using namespace proviso;

std::map<std::string, YAML::Node> hooks() {
  std::map<std::string, YAML::Node> result;
  for (const YAML::Node each : YAML::LoadFile(test::root() + "/.pre-commit-hooks.yaml"))
    result[each["id"].as<std::string>()] = each;
  return result;
}

// As the runner of hooks does it: the entry, then the changed files where it wants them.
support::ended run(const test::project& in, const YAML::Node& hook, const std::string& files) {
  const bool wanted = hook["pass_filenames"].as<bool>(true);
  return in.run(hook["entry"].as<std::string>() + (wanted ? " " + files : ""));
}

TEST(hooks, start_a_program_of_the_repository) {
  ASSERT_EQ(hooks().size(), 3u);
  for (const auto& [id, hook] : hooks()) {
    EXPECT_EQ(hook["language"].as<std::string>(), "script") << id;
    const auto entry = hook["entry"].as<std::string>();
    const auto program = std::filesystem::path(test::root()) / entry.substr(0, entry.find(' '));
    const auto rights = std::filesystem::status(program).permissions();
    EXPECT_NE(rights & std::filesystem::perms::owner_exec, std::filesystem::perms::none) << program;
    EXPECT_FALSE(hook["name"].as<std::string>().empty());
  }
}

TEST(hooks, look_at_the_files_that_matter) {
  const std::regex checked(hooks()["proviso-check"]["files"].as<std::string>());
  for (const auto* file :
       {"contracts/shop.proviso", "shop.plan.toml", "proviso.toml",
        "force-app/main/default/profiles/Dealer.profile-meta.xml", "src/profiles/Dealer.profile"})
    EXPECT_TRUE(std::regex_search(file, checked)) << file;
  for (const auto* file : {"README.md", "src/main.cpp", "proviso.toml.old", "src/main.js", "my-package.xml"})
    EXPECT_FALSE(std::regex_search(file, checked)) << file;
}

// As a project would name a file of the format, in MDAPI format and as source.
std::vector<std::string> files_of(const metadata::file_format& format) {
  using written = metadata::file_format::written;
  const auto folder = format.folder.empty() ? std::string("any") : std::string(format.folder) + "/inner";
  const auto plain = folder + (format.suffix.starts_with('.') ? "/Name" : "/") + std::string(format.suffix);
  std::vector<std::string> all;
  if (format.as != written::meta)
    all.push_back(plain);
  if (format.as != written::plain)
    all.push_back(plain + std::string(metadata::source_suffix));
  return all;
}

TEST(hooks, look_at_each_file_that_a_check_reads) {
  const std::regex checked(hooks()["proviso-check"]["files"].as<std::string>());
  for (const auto& format : metadata::file_formats)
    for (const auto& file : files_of(format))
      EXPECT_TRUE(std::regex_search(file, checked)) << file;
  EXPECT_TRUE(std::regex_search(std::string(metadata::project_file), checked));
}

TEST(hooks, stop_a_contract_that_is_breached) {
  const test::project in;
  EXPECT_EQ(run(in, hooks()["proviso-check"], "").status, 0);
  in.write("contracts/shop.proviso", test::shop("100"));
  const auto said = run(in, hooks()["proviso-check"], "");
  EXPECT_EQ(said.status, 1);
  EXPECT_NE(said.out.find("contracts/shop.proviso:12:16: error[login-pool-exceeded]: logins needs 500 logins"),
            std::string::npos)
      << said.out;
}

TEST(hooks, stop_another_layout) {
  const test::project in;
  EXPECT_EQ(run(in, hooks()["proviso-fmt"], "contracts/shop.proviso").status, 0);
  in.write("contracts/shop.proviso", "contract  shop \"Web shop\" { }\n");
  const auto said = run(in, hooks()["proviso-fmt"], "contracts/shop.proviso");
  EXPECT_EQ(said.status, 1);
  EXPECT_EQ(said.out, "contracts/shop.proviso\n");
}

// A test in the language that holds where the pool is not exceeded.
std::string tested(const std::string& quantity) {
  return test::shop(quantity) + "\ntest \"the pool is large enough\" {\n  contract shop\n"
                                "  plan     \"shop.plan.toml\"\n  expect   no login-pool-exceeded\n}\n";
}

TEST(hooks, run_tests_in_the_language) {
  const test::project in;
  in.write("contracts/shop.proviso", tested("1_000"));
  const auto passed = run(in, hooks()["proviso-test"], "");
  EXPECT_EQ(passed.status, 0) << passed.out << passed.err;
  in.write("contracts/shop.proviso", tested("100"));
  EXPECT_EQ(run(in, hooks()["proviso-test"], "").status, 1);
}

} // namespace
