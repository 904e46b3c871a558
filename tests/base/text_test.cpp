#include "base/text.hpp"

#include <gtest/gtest.h>

namespace proviso::base {
namespace {

TEST(text, makes_what_moves_a_terminal_visible) {
  EXPECT_EQ(harmless("\x1b[31mred"), "\\x1b[31mred");
  EXPECT_EQ(harmless("a\rb\x07"), "a\\x0db\\x07");
  EXPECT_EQ(harmless("\xc2\x9b"), "\\x9b");
  EXPECT_EQ(harmless("a\xe2\x80\xae"
                     "b"),
            "a\\u202eb");
  EXPECT_EQ(harmless("\xff!"), "\\xff!");
  EXPECT_EQ(harmless("\xef\xbf\xbe\xef\xbf\xbf"), "\\ufffe\\uffff"); // no XML holds them
  EXPECT_EQ(harmless("\xef\xbf\xbd\xf0\x9f\x98\x80"), "\xef\xbf\xbd\xf0\x9f\x98\x80");
  EXPECT_EQ(harmless("caf\xc3\xa9\t\n"), "caf\xc3\xa9\t\n");
  EXPECT_EQ(harmless(std::string_view("\0", 1)), "\\x00");
}

TEST(text, finds_the_first_byte_that_is_not_utf8) {
  EXPECT_EQ(broken_utf8("caf\xc3\xa9 \xf0\x9f\x98\x80"), std::string_view::npos);
  EXPECT_EQ(broken_utf8("a\xc3"), 1u);
  EXPECT_EQ(broken_utf8("\xc0\xaf"), 0u);
  EXPECT_EQ(broken_utf8("ab\xed\xa0\x80"), 2u);
  EXPECT_EQ(broken_utf8("\xf4\x90\x80\x80"), 0u);
}

TEST(text, lists_read_as_people_say_them) {
  const std::string one[] = {"a"};
  const std::string three[] = {"a", "b", "c"};
  EXPECT_EQ(enumerate(one), "a");
  EXPECT_EQ(enumerate(three), "a, b and c");
  EXPECT_EQ(enumerate(three, "or"), "a, b or c");
}

TEST(text, compares_without_case) {
  EXPECT_TRUE(same_but_case("Lead", "LEAD"));
  EXPECT_FALSE(same_but_case("Lead", "Lead__c"));
}

} // namespace
} // namespace proviso::base
