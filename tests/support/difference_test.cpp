#include "support/difference.hpp"

#include <gtest/gtest.h>

namespace proviso::support {
namespace {

TEST(difference, is_nothing_between_equal_texts) {
  EXPECT_EQ(difference("", ""), "");
  EXPECT_EQ(difference("a\nb\n", "a\nb\n"), "");
}

TEST(difference, is_as_small_as_it_can_be) {
  EXPECT_EQ(difference("a\nb\nc\n", "a\nc\nd\n"), " a\n-b\n c\n+d\n");
  EXPECT_EQ(difference("", "a\n"), "+a\n");
  EXPECT_EQ(difference("a\n", ""), "-a\n");
}

TEST(difference, shows_three_lines_around_a_change) {
  EXPECT_EQ(difference("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"),
            " 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
}

TEST(difference, tells_a_missing_newline_at_the_end) {
  EXPECT_EQ(difference("a\n", "a"), "-newline at the end\n");
  EXPECT_EQ(difference("a", "a\n"), "+newline at the end\n");
}

} // namespace
} // namespace proviso::support
