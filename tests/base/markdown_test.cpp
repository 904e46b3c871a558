// Foreign text in Markdown is text, to its renderer and to the forge that looks at what was rendered.
#include "base/markdown.hpp"

#include <gtest/gtest.h>

namespace {

using proviso::base::markdown;

TEST(markdown, has_no_markup) {
  EXPECT_EQ(markdown("a_b *c* `d` [e](f) <g> h|i \\ {j}"),
            "a\\_b \\*c\\* \\`d\\` \\[e\\](f) \\<g\\> h\\|i \\\\ \\{j\\}");
}

TEST(markdown, is_one_line_without_control_characters) {
  EXPECT_EQ(markdown("a\n# b\tc\x1b[0m"), "a \\# b c\\\\x1b\\[0m");
}

TEST(markdown, opens_no_block) {
  EXPECT_EQ(markdown("- a - b"), "\\- a - b");
  EXPECT_EQ(markdown("12. a 3. b"), "12\\. a 3. b");
  EXPECT_EQ(markdown("500.00 USD"), "500.00 USD");
  EXPECT_EQ(markdown("+1"), "\\+1");
  EXPECT_EQ(markdown("=="), "\\==");
}

TEST(markdown, mentions_nobody_and_refers_to_nothing) {
  EXPECT_EQ(markdown("@team #1 !2 &3 ~bug $4 %5 a@b.com"),
            "\\@&#8203;team \\#&#8203;1 \\!&#8203;2 \\&&#8203;3 \\~&#8203;bug \\$&#8203;4 %&#8203;5 "
            "a\\@&#8203;b.com");
  EXPECT_EQ(markdown("@\xc3\xa9"), "\\@&#8203;\xc3\xa9");
}

TEST(markdown, leaves_signs_that_refer_to_nothing) {
  EXPECT_EQ(markdown("100% & more, 5 @ 2.00: src/a.cpp:3"), "100% \\& more, 5 \\@ 2.00: src/a.cpp:3");
}

TEST(markdown, leads_nowhere) {
  EXPECT_EQ(markdown("https://a.example"), "https&#8203;://a.example");
  EXPECT_EQ(markdown("see WWW.a.example"), "see WWW&#8203;.a.example");
}

} // namespace
