#include "model/calendar.hpp"

#include <gtest/gtest.h>

namespace proviso::model {
namespace {

base::day on(std::string_view text) {
  return base::parse_day(text).value();
}

TEST(calendar, three_years_from_the_fifteenth_are_thirty_six_months) {
  const calendar months({on("2027-01-15"), on("2030-01-14")}, std::nullopt);
  EXPECT_EQ(months.size(), 36);
  EXPECT_EQ(to_string(months[1].days), "2027-01-15..2027-02-14");
  EXPECT_EQ(to_string(months[36].days), "2029-12-15..2030-01-14");
  EXPECT_FALSE(months[36].is_short());
}

TEST(calendar, finds_the_month_of_a_day) {
  const calendar months({on("2027-01-15"), on("2027-04-14")}, std::nullopt);
  EXPECT_EQ(months.holding(on("2027-02-14")), 1);
  EXPECT_EQ(months.holding(on("2027-02-15")), 2);
  EXPECT_EQ(months.holding(on("2027-04-15")), std::nullopt);
  EXPECT_EQ(months.nearest(on("2020-01-01")), 1);
  EXPECT_EQ(months.nearest(on("2040-01-01")), 3);
}

TEST(calendar, a_change_inside_a_month_holds_from_the_next) {
  const calendar months({on("2027-01-15"), on("2027-04-14")}, std::nullopt);
  EXPECT_EQ(months.first_from(on("2027-01-01")), 1);
  EXPECT_EQ(months.first_from(on("2027-02-15")), 2);
  EXPECT_EQ(months.first_from(on("2027-02-16")), 3);
  EXPECT_EQ(months.first_from(on("2027-03-16")), std::nullopt);
}

TEST(calendar, contract_years_are_twelve_months_and_the_last_may_be_shorter) {
  const calendar months({on("2027-01-01"), on("2028-02-29")}, std::nullopt);
  EXPECT_EQ(calendar::year_of(12), 1);
  EXPECT_EQ(calendar::year_of(13), 2);
  EXPECT_EQ(months.last_month_of_year(1), 12);
  EXPECT_EQ(months.last_month_of_year(2), 14);
}

TEST(calendar, a_term_of_one_day_is_a_short_month) {
  const calendar months({on("2027-05-31"), on("2027-05-31")}, std::nullopt);
  ASSERT_EQ(months.size(), 1);
  EXPECT_TRUE(months[1].is_short());
  EXPECT_EQ(to_string(months[1].whole), "2027-05-31..2027-06-29");
}

// Whatever the term and the anchor: months follow each other without gap, and together they are the term.
TEST(calendar, months_cover_the_term_exactly) {
  for (const auto* first : {"2027-01-01", "2027-01-31", "2028-02-29", "2027-12-15"})
    for (const int days : {1, 30, 31, 59, 365, 800})
      for (unsigned anchor = 1; anchor <= 31; ++anchor) {
        const base::period term{on(first), on(first) + std::chrono::days(days - 1)};
        const calendar months(term, anchor);
        auto next = term.first;
        for (const auto& month : months.months()) {
          ASSERT_EQ(month.days.first, next);
          ASSERT_FALSE(month.days.empty());
          next = month.days.last + std::chrono::days(1);
        }
        ASSERT_EQ(next, term.last + std::chrono::days(1));
      }
}

} // namespace
} // namespace proviso::model
