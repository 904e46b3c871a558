// Every rule of rules/ compiles and stands where a reader looks for it.
#include "checking/world.hpp"

#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>

namespace proviso::checking::testing {
namespace {

world& shipped() {
  static world all = [] {
    world w;
    w.add_folder("rules");
    w.resolve();
    return w;
  }();
  return all;
}

TEST(shipped_rules, compile) {
  EXPECT_EQ(shipped().rendered(), "");
}

TEST(shipped_rules, stand_one_in_a_file_of_their_name) {
  for (const auto& tree : shipped().trees)
    for (const auto& declaration : tree.declarations)
      if (const auto* rule = std::get_if<syntax::rule>(&declaration)) {
        const auto& path = shipped().sources[rule->at.source].name();
        EXPECT_TRUE(path.ends_with(fmt::format("/{}.proviso", rule->name.text))) << path;
      }
}

TEST(shipped_rules, stand_in_the_index) {
  std::ifstream file("rules/README.md");
  const std::string index{std::istreambuf_iterator<char>(file), {}};
  for (const auto& rule : shipped().rules.rules()) {
    const auto path = shipped().sources[rule.at.source].name().substr(std::string_view("rules/").size());
    const auto line = fmt::format("| [{}]({}) | {} | {} | {} |\n", rule.name, path, rule.title,
                                  to_string(rule.severity), to_string(rule.kind));
    EXPECT_NE(index.find(line), std::string::npos) << line;
  }
}

} // namespace
} // namespace proviso::checking::testing
