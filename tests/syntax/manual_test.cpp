// What is shown to readers parses: the blocks of the manual and every file of the language in the project.
#include "syntax/reading.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace proviso::syntax {
namespace {

std::string content(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> blocks(std::string_view manual) {
  constexpr std::string_view opening = "```proviso\n";
  std::vector<std::string> result;
  for (auto at = manual.find(opening); at != std::string_view::npos; at = manual.find(opening, at)) {
    at += opening.size();
    result.emplace_back(manual.substr(at, manual.find("```", at) - at));
  }
  return result;
}

TEST(manual, every_block_parses) {
  const auto all = blocks(content("grammar/README.md"));
  EXPECT_GE(all.size(), 9u);
  for (const auto& block : all)
    EXPECT_EQ(errors_of(block), "") << block;
}

TEST(files, of_contracts_and_rules_parse) {
  std::size_t count = 0;
  for (const auto* folder : {"contracts", "rules"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
      if (entry.path().extension() == ".proviso") {
        EXPECT_EQ(errors_of(content(entry.path())), "") << entry.path();
        ++count;
      }
  EXPECT_GE(count, 2u);
}

} // namespace
} // namespace proviso::syntax
