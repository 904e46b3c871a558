#include "base/nearest.hpp"

#include <gtest/gtest.h>

namespace proviso::base {
namespace {

constexpr std::string_view words[] = {"quantity", "price", "per", "prohibit", "Lead"};

TEST(nearest, guesses_what_was_meant) {
  EXPECT_EQ(nearest("qantity", words), "quantity");
  EXPECT_EQ(nearest("pre", words), "per");
  EXPECT_EQ(nearest("prohbit", words), "prohibit");
  EXPECT_EQ(nearest("LEADS", words), "Lead");
}

TEST(nearest, stays_silent_where_nothing_is_near) {
  EXPECT_EQ(nearest("xyzzy", words), "");
  EXPECT_EQ(nearest("", words), "");
  EXPECT_EQ(nearest(std::string(5000, 'q'), words), "");
  EXPECT_EQ(did_you_mean("xyzzy", words), "");
}

TEST(nearest, asks_the_question) {
  EXPECT_EQ(did_you_mean("prise", words), "did you mean 'price'?");
}

} // namespace
} // namespace proviso::base
