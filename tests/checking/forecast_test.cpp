// When a pool runs out, held against months that were kept back.
#include "checking/facts/forecast.hpp"

#include <gtest/gtest.h>

namespace proviso::checking {
namespace {

using month = std::vector<std::int64_t>;

base::day day(const char* text) {
  return *base::parse_day(text);
}

// A month of 30 days with so many logins a day, and ten more on its tenth.
month steady(std::int64_t a_day) {
  month result(30, a_day);
  result[9] += 10;
  return result;
}

// The first days of a month are seen, the others are kept back.
running_window seen_to(const month& held_back, std::size_t days, std::int64_t allowed) {
  running_window result{{day("2027-06-01"), day("2027-06-30")}, allowed, {}, {}};
  for (std::size_t i = 0; i < held_back.size(); ++i)
    if (i < days)
      result.so_far.push_back(held_back[i]);
    else
      result.offsets.push_back(static_cast<int>(i));
  return result;
}

TEST(forecast, meets_a_month_that_was_kept_back) {
  const std::vector<month> past{steady(9), steady(10), steady(11)};
  const auto found = foresee(seen_to(steady(10), 15, 260), past);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->share, base::rational(1));
  EXPECT_EQ(found->months, 3);
  // 10 a day and 10 more: the 261st login falls on the 26th day.
  EXPECT_EQ(found->middle, day("2027-06-26"));
  EXPECT_EQ(found->first, day("2027-06-25"));
  EXPECT_EQ(found->last, day("2027-06-27"));
}

TEST(forecast, gives_the_share_of_months_that_exhaust_it) {
  const std::vector<month> past{steady(1), steady(2), steady(30), steady(3)};
  const auto found = foresee(seen_to(steady(1), 10, 100), past);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->share, base::rational(1, 4));
  EXPECT_EQ(found->middle, found->last);
}

TEST(forecast, knows_what_has_run_out_already) {
  const std::vector<month> past{steady(0), steady(0), steady(0)};
  const auto found = foresee(seen_to(steady(10), 20, 45), past);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->share, base::rational(1));
  EXPECT_EQ(found->first, day("2027-06-05"));
  EXPECT_EQ(found->last, day("2027-06-05"));
}

TEST(forecast, takes_what_is_seen_of_an_open_day_as_the_least) {
  auto window = seen_to(steady(1), 15, 60); // 25 so far
  window.later = {30, 0};                   // on the sixteenth, which is not seen whole
  const auto found = foresee(window, {steady(0), steady(0), steady(2)});
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->seen);
  EXPECT_EQ(found->share, base::rational(1, 3));
  window.later = {36, 0};
  const auto out = foresee(window, {});
  ASSERT_TRUE(out) << "no past month is needed";
  EXPECT_TRUE(out->seen);
  EXPECT_EQ(out->share, base::rational(1));
  EXPECT_EQ(out->first, day("2027-06-16"));
}

TEST(forecast, says_nothing_of_two_months) {
  EXPECT_FALSE(foresee(seen_to(steady(10), 15, 260), {steady(9), steady(10)}));
}

TEST(forecast, may_find_enough) {
  const auto found = foresee(seen_to(steady(1), 10, 1000), {steady(1), steady(2), steady(3)});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->share, base::rational());
  EXPECT_FALSE(found->middle.has_value());
}

} // namespace
} // namespace proviso::checking
