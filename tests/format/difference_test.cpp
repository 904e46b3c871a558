// What formatting would change, as a patch.
#include "format/difference.hpp"

#include <gtest/gtest.h>

namespace proviso::format {
namespace {

std::string numbered(int from, int to) {
  std::string result;
  for (int i = from; i <= to; ++i)
    result += std::to_string(i) + "\n";
  return result;
}

TEST(differences, of_equal_texts_are_empty) {
  EXPECT_EQ(difference("a", "x\n", "x\n"), "");
}

TEST(differences, show_three_lines_around_a_change) {
  EXPECT_EQ(difference("a", numbered(1, 20), numbered(1, 9) + "ten\n" + numbered(11, 20)),
            "--- a\n+++ a\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n");
}

TEST(differences, apart_are_shown_apart) {
  EXPECT_EQ(difference("a", numbered(1, 20), "0\n" + numbered(1, 19)),
            "--- a\n+++ a\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -17,4 +18,3 @@\n 17\n 18\n 19\n-20\n");
}

TEST(differences, are_the_smallest) {
  EXPECT_EQ(difference("a", "a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n"),
            "--- a\n+++ a\n@@ -1,7 +1,6 @@\n-a\n-b\n c\n+b\n a\n b\n-b\n a\n+c\n");
}

TEST(differences, tell_a_missing_line_end) {
  EXPECT_EQ(difference("a", "x", "x\n"),
            "--- a\n+++ a\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n");
  EXPECT_EQ(difference("a", "", "x\n"), "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+x\n");
}

TEST(differences, of_long_and_very_different_texts_are_shown_as_one) {
  const auto before = numbered(1, 10'000);
  const auto after = numbered(20'001, 30'000);
  const auto shown = difference("a", before, after);
  EXPECT_EQ(shown.substr(0, 40), "--- a\n+++ a\n@@ -1,10000 +1,10000 @@\n-1\n-");
}

TEST(differences, are_harmless_on_a_terminal) {
  EXPECT_EQ(difference("a\x1b", "\x1b[31m\n", "\n"),
            "--- a\\x1b\n+++ a\\x1b\n@@ -1,1 +1,1 @@\n-\\x1b[31m\n+\n");
}

} // namespace
} // namespace proviso::format
