// Figures in messages.
#include "checking/small.hpp"

#include <gtest/gtest.h>

namespace proviso::checking::testing {
namespace {

TEST(wording, whole_numbers_are_grouped) {
  EXPECT_EQ(printed("89614"), "89,614");
  EXPECT_EQ(printed("0 - 1_000"), "-1,000");
}

TEST(wording, money_has_its_currency_and_minor_unit) {
  EXPECT_EQ(printed("17785.00 USD"), "17,785.00 USD");
  EXPECT_EQ(printed("2.00 USD * 3"), "6.00 USD");
}

TEST(wording, fractions_have_two_decimals) {
  EXPECT_EQ(printed("50 / 19"), "2.63");
  EXPECT_EQ(printed("5 / 2"), "2.50");
  EXPECT_EQ(printed("12.5%"), "12.50%");
  EXPECT_EQ(printed("10%"), "10%");
}

TEST(wording, figures_that_would_look_equal_have_more) {
  EXPECT_EQ(message_of("", "{50 / 19} and {2.63}"), "2.632 and 2.630");
  EXPECT_EQ(message_of("", "{2.9999} and {3}"), "2.9999 and 3");
  EXPECT_EQ(message_of("", "{50 / 19} and {50 / 19}"), "2.63 and 2.63");
  EXPECT_EQ(message_of("", "{2.00 USD / 3} and {0.67 USD}"), "0.667 USD and 0.670 USD");
  EXPECT_EQ(message_of("", "{2.631} days, {2.63 * 1.00 USD}"), "2.63 days, 2.63 USD");
  EXPECT_EQ(message_of("", "{90.001%} of {90%}"), "90.001% of 90%");
}

TEST(wording, days_truths_and_names) {
  EXPECT_EQ(printed("90 days"), "90 days");
  EXPECT_EQ(printed("1 months"), "1 month");
  EXPECT_EQ(printed("1 > 2"), "no");
  EXPECT_EQ(printed("contract"), "small");
  EXPECT_EQ(printed("1 / 0"), "unknown");
}

TEST(wording, braces_can_be_written) {
  EXPECT_EQ(message_of("", "\\{{1}}"), "{1}");
}

} // namespace
} // namespace proviso::checking::testing
