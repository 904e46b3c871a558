#include "base/rational.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <vector>

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

// Numbers around the edge of what is held without GMP, and some well inside and outside.
std::vector<rational> all_sizes() {
  const std::int64_t edge = std::int64_t{1} << 62;
  std::vector<rational> numbers;
  for (const std::int64_t top : {std::int64_t{0}, std::int64_t{1}, std::int64_t{6}, std::int64_t{999'999'937},
                                 edge - 1, edge, edge + 1, std::numeric_limits<std::int64_t>::max()})
    for (const std::int64_t bottom :
         {std::int64_t{1}, std::int64_t{4}, std::int64_t{999'999'937}, edge - 1, edge + 1}) {
      numbers.emplace_back(top, bottom);
      numbers.push_back(-numbers.back());
    }
  numbers.push_back(rational(std::numeric_limits<std::int64_t>::min()));
  numbers.push_back(number("1e40"));
  numbers.push_back(number("-1e-40"));
  return numbers;
}

TEST(rational, keeps_the_laws_of_arithmetic_at_every_size) {
  const auto numbers = all_sizes();
  for (const auto& a : numbers)
    for (const auto& b : numbers) {
      EXPECT_EQ(a + b - b, a);
      EXPECT_EQ(a + b, b + a);
      EXPECT_EQ(a * b, b * a);
      EXPECT_EQ((a + b) * (a - b), a * a - b * b);
      EXPECT_EQ(a < b, (a - b).is_negative());
      EXPECT_EQ(a == b, (a - b).is_zero());
      if (!b.is_zero()) {
        EXPECT_EQ(a / b * b, a);
        EXPECT_LE((a / b).floor(), a / b);
        EXPECT_LT(a / b - rational(1), (a / b).floor());
        EXPECT_EQ((a / b).ceil(), -(-a / b).floor());
      }
    }
}

TEST(rational, rounds_and_prints_alike_at_every_size) {
  const auto far = number("1e30");
  for (const auto mode : {rounding::half_up, rounding::half_even, rounding::up, rounding::down})
    for (const auto* text : {"0.125", "0.135", "7.005", "0.0049", "12"})
      EXPECT_EQ((far + number(text)).rounded(2, mode) - far, number(text).rounded(2, mode)) << text;
  EXPECT_EQ((far + number("0.5")).fixed(1), "1000000000000000000000000000000.5");
  EXPECT_EQ(rational(std::numeric_limits<std::int64_t>::min()).fixed(0, true), "-9,223,372,036,854,775,808");
  EXPECT_EQ(rational(std::numeric_limits<std::int64_t>::min()).whole(),
            std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(number("4611686018427387904.25").fixed(2), "4611686018427387904.25");
}

} // namespace
} // namespace proviso::base
