// Every long option of the commands that read proviso.toml is a key of it.
#include "cli/command.hpp"
#include "cli/options/configuration.hpp"
#include "support/folder.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace {

using namespace proviso;

// The first message about a configuration of that text.
std::string fault_of(const std::string& text) {
  const support::temporary_folder folder;
  const auto before = std::filesystem::current_path();
  support::write_file(folder.path() / "proviso.toml", text);
  std::filesystem::current_path(folder.path());
  base::sources sources;
  base::diagnostics faults;
  cli::settings options;
  (void)cli::offer_configuration(options, sources, faults);
  std::filesystem::current_path(before);
  return faults.empty() ? "" : faults.front().message;
}

TEST(configuration, has_every_long_option_of_check_as_a_key) {
  const auto check = std::ranges::find(cli::all_commands(), "check", &cli::command::name);
  ASSERT_NE(check, cli::all_commands().end());
  for (const auto& option : check->options) {
    std::string key(option.name);
    std::ranges::replace(key, '-', '_');
    const bool is_table = option.name == "output" || option.name == "treat";
    const auto text = fmt::format("{} = {}\n", key, is_table ? "{ x = \"y\" }" : "\"x\"");
    EXPECT_EQ(fault_of(text), option.letter == 0 ? "" : "proviso.toml has no key 'out'") << text;
  }
}

TEST(configuration, reads_paths_from_its_own_folder_and_nothing_else) {
  const support::temporary_folder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::create_directory(folder.path() / "sub");
  support::write_file(
      folder.path() / "proviso.toml",
      "baseline = \"b.json\"\nlogins = [\"odbc:DSN=x;table=y\", \"-\", \"l.csv\"]\nchanged = \"-\"\n");
  std::filesystem::current_path(folder.path() / "sub");
  base::sources sources;
  base::diagnostics faults;
  cli::settings options;
  (void)cli::offer_configuration(options, sources, faults);
  std::filesystem::current_path(before);
  ASSERT_TRUE(faults.empty());
  EXPECT_EQ(options.one("baseline")->value, "../b.json");
  EXPECT_EQ(options.all("logins")[0].value, "odbc:DSN=x;table=y");
  EXPECT_EQ(options.all("logins")[1].value, "-");
  EXPECT_EQ(options.all("logins")[2].value, "../l.csv");
  EXPECT_EQ(options.one("changed")->value, "-");
}

TEST(configuration, tells_values_of_another_kind) {
  EXPECT_EQ(fault_of("baseline = 3\n"), "baseline must be a text; this is 3");
  EXPECT_EQ(fault_of("baseline = [\"a\"]\n"), "baseline must be one value; this is a list");
}

} // namespace
