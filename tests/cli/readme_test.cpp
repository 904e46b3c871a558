// What README.md shows is what the program does: its contract, plan and rule are checked together, its report
// is the one that is printed, its commands exist.
#include "cli/command.hpp"
#include "cli/options/command_line.hpp"
#include "support/folder.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>
#include <vector>

namespace {

using namespace proviso;

// The blocks that open with ```KIND.
std::vector<std::string> blocks(const std::string& kind) {
  const auto text = support::read_file("README.md");
  std::vector<std::string> all;
  const std::regex form("```" + kind + "\n([^`]*)```");
  for (std::sregex_iterator each(text.begin(), text.end(), form), end; each != end; ++each)
    all.push_back((*each)[1]);
  return all;
}

cli::outcome run(std::vector<const char*> line) {
  line.insert(line.begin(), "proviso");
  return cli::run(static_cast<int>(line.size()), line.data());
}

TEST(readme, shows_a_contract_a_plan_and_a_rule_that_run) {
  const auto language = blocks("proviso");
  const auto plans = blocks("toml");
  ASSERT_EQ(language.size(), 2u);
  ASSERT_EQ(plans.size(), 1u);
  const support::temporary_folder folder;
  support::write_file(folder.path() / "acme.proviso", language[0] + language[1]);
  support::write_file(folder.path() / "acme.plan.toml", plans[0]);
  const auto file = (folder.path() / "acme.proviso").string();
  const auto said = run({"check", file.c_str(), "--as-of", "2027-01-15"});
  EXPECT_NE(said.status, cli::ending::refused) << said.err;
  EXPECT_NE(said.out.find("acme.plan.toml"), std::string::npos) << said.out;
}

TEST(readme, shows_the_first_finding_as_it_is_printed) {
  const auto shown = blocks("");
  const auto said = run({"check", "contracts/northwind.proviso", "--as-of", "2026-11-01"});
  const auto first = std::ranges::find_if(shown, [](const auto& block) { return block.starts_with("error["); });
  ASSERT_NE(first, shown.end());
  EXPECT_EQ(said.out.substr(0, first->size()), *first);
}

TEST(readme, names_every_command) {
  const auto text = support::read_file("README.md");
  for (const auto& command : cli::all_commands()) {
    EXPECT_NE(text.find("`proviso " + std::string(command.name)), std::string::npos) << command.name;
  }
}

} // namespace
