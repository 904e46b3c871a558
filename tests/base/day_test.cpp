#include "base/day.hpp"

#include <gtest/gtest.h>

namespace proviso::base {
namespace {

day on(std::string_view text) {
  return parse_day(text).value();
}

TEST(day, reads_days_that_exist_and_no_others) {
  EXPECT_EQ(to_string(on("2028-02-29")), "2028-02-29");
  for (const auto* text : {"2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-1-01", "2027/01/01",
                           "1899-12-31", "3000-01-01", "", "2027-01-0x"})
    EXPECT_FALSE(parse_day(text)) << text;
}

TEST(day, a_month_later_is_clamped_to_its_last_day) {
  EXPECT_EQ(to_string(add_months(on("2027-01-31"), 1)), "2027-02-28");
  EXPECT_EQ(to_string(add_months(on("2027-01-31"), 2)), "2027-03-31");
  EXPECT_EQ(to_string(add_months(on("2027-11-30"), 3)), "2028-02-29");
}

TEST(period, holds_both_ends_and_counts_them) {
  const period january{on("2027-01-01"), on("2027-01-31")};
  EXPECT_TRUE(january.holds(on("2027-01-01")));
  EXPECT_TRUE(january.holds(on("2027-01-31")));
  EXPECT_FALSE(january.holds(on("2027-02-01")));
  EXPECT_EQ(january.days(), 31);
  EXPECT_EQ(to_string(january), "2027-01-01..2027-01-31");
}

TEST(period, an_overlap_may_be_empty) {
  const period january{on("2027-01-01"), on("2027-01-31")};
  EXPECT_EQ(to_string(overlap(january, {on("2027-01-20"), on("2027-03-01")})), "2027-01-20..2027-01-31");
  EXPECT_TRUE(overlap(january, {on("2027-02-01"), on("2027-03-01")}).empty());
  EXPECT_EQ(overlap(january, {on("2027-02-01"), on("2027-03-01")}).days(), 0);
}

} // namespace
} // namespace proviso::base
