// What is found by its name: one rule a file, named as the file is; every contract of the project is used by a
// test.
#include "architecture/project.hpp"

#include <gtest/gtest.h>

namespace proviso::support {
namespace {

std::vector<path> language_files(const path& folder) {
  auto files = files_below(folder);
  std::erase_if(files, [](const path& file) { return file.extension() != ".proviso"; });
  return files;
}

TEST(rules, stand_in_a_file_of_their_name) {
  const std::regex rule("(?:^|\n)rule +([a-z0-9-]+)");
  std::size_t rules = 0;
  for (const auto& file : language_files("rules")) {
    const auto names = found(read_file(file), rule);
    EXPECT_LE(names.size(), 1U) << file << " has several rules";
    if (!names.empty()) {
      EXPECT_EQ(names.front(), file.stem().string()) << file;
    }
    rules += names.size();
  }
  EXPECT_GT(rules, 0U);
}

// The program reads the rules it carries up to their first test.
TEST(rules, are_followed_by_nothing_but_their_tests) {
  const std::regex declaration(
      "(?:^|\n)(test|use|contract|amendment|license|licenses|capability|objects?|texts|rule) ");
  for (const auto& file : language_files("rules")) {
    const auto kinds = found(read_file(file), declaration);
    const auto first = std::find(kinds.begin(), kinds.end(), "test");
    EXPECT_TRUE(std::all_of(first, kinds.end(), [](const auto& kind) { return kind == "test"; })) << file;
  }
}

TEST(contracts, are_each_used_by_a_test) {
  std::string tests;
  for (const auto& file : files_below("tests")) {
    tests += read_file(file);
  }
  for (const auto& contract : language_files("contracts")) {
    EXPECT_NE(tests.find(contract.stem().string()), tests.npos) << "no test uses " << contract;
  }
}

} // namespace
} // namespace proviso::support
