#include "base/rational.hpp"

#include <gtest/gtest.h>

namespace proviso::base {
namespace {

rational number(std::string_view text) {
  return rational::parse(text).value();
}

TEST(rational, reads_the_decimal_that_is_written) {
  EXPECT_EQ(number("0.1") + number("0.2"), number("0.3"));
  EXPECT_EQ(number("20_000"), rational(20000));
  EXPECT_EQ(number("1.5e-3"), rational(3, 2000));
  EXPECT_EQ(number("+2E3"), rational(2000));
  EXPECT_EQ(number("-0.50"), rational(-1, 2));
}

TEST(rational, refuses_what_is_no_decimal) {
  for (const auto* text : {"",     "-",   ".",     "1.",   ".5",
                           "1__0", "_1",  "1_",    "1._5", "1.2.3",
                           "1e",   "1e+", "1e1.5", "e5",   "0x10",
                           "inf",  "nan", "1 000", "1e99", "12345678901234567890123456789012345678901"})
    EXPECT_FALSE(rational::parse(text)) << text;
}

TEST(rational, rounds_as_told_also_below_zero) {
  const auto round = [](std::string_view text, rounding mode) {
    return number(text).rounded(0, mode).fixed(0);
  };
  EXPECT_EQ(round("2.5", rounding::half_up), "3");
  EXPECT_EQ(round("2.5", rounding::half_even), "2");
  EXPECT_EQ(round("3.5", rounding::half_even), "4");
  EXPECT_EQ(round("2.1", rounding::up), "3");
  EXPECT_EQ(round("2.9", rounding::down), "2");
  EXPECT_EQ(round("-2.5", rounding::half_up), "-3");
  EXPECT_EQ(round("-2.5", rounding::half_even), "-2");
  EXPECT_EQ(round("2.49", rounding::half_up), "2");
}

TEST(rational, prints_fixed_decimals) {
  EXPECT_EQ(number("2122285").fixed(2, true), "2,122,285.00");
  EXPECT_EQ(number("0.005").fixed(2), "0.01");
  EXPECT_EQ(number("-1234.5").fixed(2, true), "-1,234.50");
  EXPECT_EQ(rational(50, 19).fixed(2), "2.63");
  EXPECT_EQ(number("999").fixed(0, true), "999");
  EXPECT_EQ(grouped(1'000'000), "1,000,000");
}

TEST(rational, knows_whether_its_decimals_end) {
  EXPECT_EQ(rational(1, 8).exact_decimals(), "0.125");
  EXPECT_EQ(rational(7).exact_decimals(), "7");
  EXPECT_FALSE(rational(1, 3).exact_decimals());
}

TEST(rational, floors_ceils_and_powers) {
  EXPECT_EQ(number("-1.5").floor(), rational(-2));
  EXPECT_EQ(number("1.2").ceil(), rational(2));
  EXPECT_EQ(number("1.01").power(2), number("1.0201"));
  EXPECT_EQ(number("1.01").power(0), rational(1));
}

TEST(rational, gives_a_whole_number_only_where_it_is_one_and_fits) {
  EXPECT_EQ(rational(12).whole(), 12);
  EXPECT_FALSE(rational(1, 2).whole());
  EXPECT_FALSE(number("1e30").whole());
  EXPECT_EQ(whole_half_up(number("11.5")), 12);
  EXPECT_FALSE(whole_half_up(number("1e16")));
}

} // namespace
} // namespace proviso::base
