// Which months the data covers whole: strictly between its first and last row, or as stated.
#include "observing/coverage.hpp"

#include <gtest/gtest.h>

namespace proviso::observing {
namespace {

base::day day(const char* text) {
  return *base::parse_day(text);
}

logins::figures rows(const char* first, const char* last) {
  logins::figures read;
  read.first = logins::end_of_data{logins::instant(day(first)), day(first)};
  read.last = logins::end_of_data{logins::instant(day(last)), day(last)};
  return read;
}

const model::calendar months({day("2027-01-15"), day("2027-07-14")}, std::nullopt);

TEST(coverage, is_strictly_between_the_first_and_the_last_row) {
  const auto of = coverage_of(rows("2027-01-14", "2027-03-20"), std::nullopt);
  EXPECT_EQ(base::to_string(*of.whole), "2027-01-15..2027-03-19");
  EXPECT_TRUE(of.covers(months[1]));
  EXPECT_TRUE(of.covers(months[2]));
  EXPECT_FALSE(of.covers(months[3]));
  EXPECT_TRUE(of.touches(months[3]));
  EXPECT_FALSE(of.touches(months[4]));
}

TEST(coverage, leaves_out_a_month_whose_first_day_has_the_first_row) {
  EXPECT_FALSE(coverage_of(rows("2027-01-15", "2027-03-20"), std::nullopt).covers(months[1]));
}

TEST(coverage, may_be_stated) {
  const auto of =
      coverage_of(rows("2027-01-20", "2027-01-22"), base::period{day("2027-01-15"), day("2027-02-14")});
  EXPECT_TRUE(of.covers(months[1]));
  EXPECT_FALSE(of.covers(months[2]));
}

TEST(coverage, of_one_day_is_none) {
  const auto of = coverage_of(rows("2027-01-20", "2027-01-21"), std::nullopt);
  EXPECT_FALSE(of.whole.has_value());
  EXPECT_TRUE(of.touches(months[1]));
  EXPECT_FALSE(coverage_of({}, std::nullopt).touches(months[1]));
}

} // namespace
} // namespace proviso::observing
