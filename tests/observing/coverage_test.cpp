// Which months the data covers whole: strictly between the first and last rows of its files, or as stated, and
// never past today.
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
  read.spans = {{day(first), day(last)}};
  return read;
}

logins::figures files(const std::vector<std::pair<const char*, const char*>>& days) {
  logins::figures read = rows("2027-01-14", "2027-07-14");
  read.spans.clear();
  for (const auto& [first, last] : days)
    read.spans.push_back({day(first), day(last)});
  return read;
}

const auto later = day("2028-01-01");

const model::calendar months({day("2027-01-15"), day("2027-07-14")}, std::nullopt);

TEST(coverage, is_strictly_between_the_first_and_the_last_row) {
  const auto of = coverage_of(rows("2027-01-14", "2027-03-20"), std::nullopt, later);
  EXPECT_EQ(base::to_string(*of.whole), "2027-01-15..2027-03-19");
  EXPECT_TRUE(of.covers(months[1]));
  EXPECT_TRUE(of.covers(months[2]));
  EXPECT_FALSE(of.covers(months[3]));
  EXPECT_TRUE(of.touches(months[3]));
  EXPECT_FALSE(of.touches(months[4]));
}

TEST(coverage, leaves_out_a_month_whose_first_day_has_the_first_row) {
  EXPECT_FALSE(coverage_of(rows("2027-01-15", "2027-03-20"), std::nullopt, later).covers(months[1]));
}

TEST(coverage, may_be_stated) {
  const auto of =
      coverage_of(rows("2027-01-20", "2027-01-22"), base::period{day("2027-01-15"), day("2027-02-14")}, later);
  EXPECT_TRUE(of.covers(months[1]));
  EXPECT_FALSE(of.covers(months[2]));
}

TEST(coverage, of_one_day_is_none) {
  const auto of = coverage_of(rows("2027-01-20", "2027-01-21"), std::nullopt, later);
  EXPECT_FALSE(of.whole.has_value());
  EXPECT_TRUE(of.touches(months[1]));
  EXPECT_FALSE(coverage_of({}, std::nullopt, later).touches(months[1]));
}

TEST(coverage, ends_before_today) {
  const auto of = coverage_of(rows("2027-01-14", "2027-11-30"), std::nullopt, day("2027-03-01"));
  EXPECT_EQ(to_string(of), "2027-01-15..2027-02-28");
  EXPECT_EQ(of.beyond, day("2027-11-30"));
  EXPECT_TRUE(of.covers(months[1]));
  EXPECT_FALSE(of.covers(months[2]));
  EXPECT_FALSE(
      coverage_of(rows("2027-01-14", "2027-11-30"), std::nullopt, day("2027-01-15")).whole.has_value());
}

TEST(coverage, has_gaps_between_files) {
  const auto of = coverage_of(
      files({{"2027-05-14", "2027-07-14"}, {"2027-01-14", "2027-02-20"}, {"2027-03-30", "2027-03-30"}}),
      std::nullopt, later);
  EXPECT_EQ(to_string(of), "2027-01-15..2027-07-13 but for 2027-02-20..2027-05-14");
  EXPECT_TRUE(of.covers(months[1]));
  EXPECT_FALSE(of.covers(months[2]));
  EXPECT_FALSE(of.covers(months[4]));
  EXPECT_TRUE(of.covers(months[5]));
  EXPECT_TRUE(of.touches(months[3]));
}

TEST(coverage, of_files_that_touch_or_overlap_is_that_of_one) {
  EXPECT_EQ(to_string(coverage_of(files({{"2027-01-14", "2027-01-14"},
                                         {"2027-01-15", "2027-01-15"},
                                         {"2027-01-16", "2027-01-16"},
                                         {"2027-01-16", "2027-01-17"}}),
                                  std::nullopt, later)),
            "2027-01-15..2027-01-16");
}

TEST(coverage, that_is_stated_has_no_gaps) {
  const auto of = coverage_of(files({{"2027-01-14", "2027-02-20"}, {"2027-05-14", "2027-07-14"}}),
                              base::period{day("2027-01-15"), day("2027-07-13")}, later);
  EXPECT_TRUE(of.gaps.empty());
  EXPECT_TRUE(of.covers(months[3]));
}

} // namespace
} // namespace proviso::observing
