// Faults of catalogue declarations.
#include "base/excerpt.hpp"
#include "model/resolve.hpp"
#include "syntax/parse.hpp"

#include <gtest/gtest.h>

namespace proviso::model {
namespace {

std::string faults_of(std::string_view text) {
  base::sources sources;
  const auto parsed = syntax::parse(sources, sources.add("pack.proviso", std::string(text)));
  auto faults = parsed.diagnostics;
  const syntax::file* const files[] = {&parsed.tree};
  (void)resolve_catalogue(files, faults);
  return base::render(sources, faults);
}

TEST(catalogue, names_are_one_namespace_of_licenses_and_groups) {
  EXPECT_EQ(faults_of("license basic \"A\" { }\nlicenses basic \"B\" { basic }\n"),
            "error: there are two licenses or groups named 'basic'\n"
            "  --> pack.proviso:2:10\n"
            "  |\n"
            "2 | licenses basic \"B\" { basic }\n"
            "  |          ^^^^^\n"
            "  --> pack.proviso:1:9\n"
            "  |\n"
            "1 | license basic \"A\" { }\n"
            "  |         ^^^^^ the first one\n"
            "   = help: rename one of them\n");
}

TEST(catalogue, a_capability_is_offered_or_lacking_and_not_both) {
  EXPECT_EQ(
      faults_of("capability reports \"R\"\nlicense basic \"A\" {\n  offers reports\n  lacks reports\n}\n"),
      "error: 'reports' is both offered and lacking\n"
      "  --> pack.proviso:4:9\n"
      "  |\n"
      "4 |   lacks reports\n"
      "  |         ^^^^^^^\n"
      "  --> pack.proviso:3:10\n"
      "  |\n"
      "3 |   offers reports\n"
      "  |          ^^^^^^^ offered here\n"
      "   = help: keep one; where sources disagree, keep none and add a note\n");
}

TEST(catalogue, unknown_names_come_with_the_nearest) {
  EXPECT_EQ(faults_of("capability reports \"R\"\nobject Case { }\nlicense basic \"A\" {\n  offers report\n"
                      "  allows read on Cases\n}\n"),
            "error: there is no capability named 'report'\n"
            "  --> pack.proviso:4:10\n"
            "  |\n"
            "4 |   offers report\n"
            "  |          ^^^^^^\n"
            "   = help: did you mean 'reports'?\n"
            "error: there is no object named 'Cases'\n"
            "  --> pack.proviso:5:18\n"
            "  |\n"
            "5 |   allows read on Cases\n"
            "  |                  ^^^^^\n"
            "   = help: did you mean 'Case'?\n");
}

TEST(catalogue, a_group_holds_objects_and_no_groups) {
  EXPECT_EQ(faults_of("object Case { }\nobjects one \"One\" { Case }\nobjects two \"Two\" { one }\n"),
            "error: 'one' is a group, and a group holds objects only\n"
            "  --> pack.proviso:3:21\n"
            "  |\n"
            "3 | objects two \"Two\" { one }\n"
            "  |                     ^^^\n");
}

} // namespace
} // namespace proviso::model
