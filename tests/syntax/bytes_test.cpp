// A tree survives as bytes, with every place in it.
#include "syntax/bytes.hpp"
#include "syntax/parse.hpp"
#include "syntax/same.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace proviso::syntax {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

class tree_as_bytes : public testing::Test {
protected:
  void expect_the_same(const std::string& name, const std::string& text) {
    const auto written = sources_.add(name, text);
    const auto read = sources_.add(name, text);
    const auto tree = parse(sources_, written).tree;
    const auto bytes = to_bytes(tree, sources_, written);
    const auto again = from_bytes(bytes, sources_, read);
    EXPECT_TRUE(same(tree, again)) << name;
    EXPECT_EQ(to_bytes(again, sources_, read), bytes) << name; // places too
  }

  base::sources sources_;
};

TEST_F(tree_as_bytes, is_the_same_tree_for_every_file_of_the_project) {
  std::size_t files = 0;
  for (const auto* folder : {"rules", "contracts"})
    for (const auto& each : fs::recursive_directory_iterator(folder))
      if (each.path().extension() == ".proviso") {
        expect_the_same(each.path().string(), read(each.path()));
        ++files;
      }
  EXPECT_GT(files, 50U);
}

TEST_F(tree_as_bytes, keeps_days_before_1970_and_the_largest_numbers) {
  expect_the_same("a", "contract a \"A\" { term 1901-01-01 to 2999-12-31; currency USD\n"
                       "sku s \"S\" { quantity 999999999999999999; price 0.000000000000000001 per login } }\n");
}

TEST_F(tree_as_bytes, belongs_to_the_source_it_is_read_for) {
  const std::string text = "capability reports \"Reports\" source \"x\"\n";
  const auto first = sources_.add("a", text);
  const auto second = sources_.add("b", text);
  const auto bytes = to_bytes(parse(sources_, first).tree, sources_, first);
  const auto tree = from_bytes(bytes, sources_, second);
  EXPECT_EQ(std::get<capability>(tree.declarations.at(0)).name.at.source, second);
}

} // namespace
} // namespace proviso::syntax
