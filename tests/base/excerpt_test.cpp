#include "base/excerpt.hpp"

#include <gtest/gtest.h>

namespace proviso::base {
namespace {

TEST(excerpt, shows_the_line_and_a_caret_under_the_words) {
  sources all;
  all.add("demo.proviso", "contract demo {\n\tprice 2.00 USD pre login\n}\n");
  const diagnostic wrong{
      "expected 'per'", {1, 32, 35}, "did you mean 'per'?", {{{1, 9, 13}, "in this contract"}}};
  EXPECT_EQ(render(all, wrong), "error: expected 'per'\n"
                                "  --> demo.proviso:2:17\n"
                                "  |\n"
                                "2 | \tprice 2.00 USD pre login\n"
                                "  | \t               ^^^\n"
                                "  --> demo.proviso:1:10\n"
                                "  |\n"
                                "1 | contract demo {\n"
                                "  |          ^^^^ in this contract\n"
                                "   = help: did you mean 'per'?\n");
}

TEST(excerpt, cuts_a_long_line_around_the_caret) {
  sources all;
  all.add("long.proviso", std::string(5000, 'a') + "HERE" + std::string(5000, 'b'));
  const label place[] = {{{1, 5000, 5004}, ""}};
  EXPECT_EQ(excerpts(all, place), "  --> long.proviso:1:5001\n  |\n1 | " + std::string(60, 'a') + "HERE" +
                                      std::string(96, 'b') + "\n  | " + std::string(60, ' ') + "^^^^\n");
}

TEST(excerpt, cannot_be_used_to_write_to_a_terminal) {
  sources all;
  all.add("\x1b]0;title\x07", "\x1b[2J evil\n");
  const label place[] = {{{1, 5, 9}, ""}};
  EXPECT_EQ(excerpts(all, place), "  --> \\x1b]0;title\\x07:1:6\n  |\n1 | \\x1b[2J evil\n  |         ^^^^\n");
}

TEST(excerpt, a_place_at_the_end_of_the_text_still_has_a_caret) {
  sources all;
  all.add("end.proviso", "term");
  const label place[] = {{{1, 4, 4}, "here"}};
  EXPECT_EQ(excerpts(all, place), "  --> end.proviso:1:5\n  |\n1 | term\n  |     ^ here\n");
}

TEST(excerpt, says_how_many_more_there_are) {
  sources all;
  all.add("a", "x\n");
  const diagnostics three(3, diagnostic{"wrong", {}, "", {}});
  EXPECT_EQ(render(all, three, 1), "error: wrong\nand 2 more errors\n");
}

} // namespace
} // namespace proviso::base
