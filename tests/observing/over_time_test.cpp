// How the cheapest mix of logins and members moves by month, from users by login days.
#include "observing/over_time.hpp"
#include "support/scenario.hpp"

#include <gtest/gtest.h>

namespace proviso::observing {
namespace {

using base::rational;

constexpr auto shop = R"(contract demo "Demo" {
  term 2027-01-01 to 2027-12-31
  currency USD
  sku pool "Pool" { license basic; sold as logins; quantity 100 per month; price 2.00 per login
    from 2027-03-01 { price 1.00 per login } }
  quote dear "Dear" { license basic; sold as members; price 72.00 per member per year }
  quote seats "Seats" { license basic; sold as members; price 5.00 per member per month }
}
)";

// So many users with 1, 3 and 6 login days in each month from January on, all months seen whole.
struct counted_months {
  explicit counted_months(const std::vector<std::array<std::int64_t, 3>>& users)
      : of(support::sound_scenario(shop)) {
    directory.has_users = true;
    seen.org = &directory;
    seen.counted = &answer;
    const auto& months = of->contracts.front().months;
    seen.covered.whole = months.days(1, static_cast<int>(users.size()));
    base::diagnostics faults;
    seen.question = *ask(of->contracts.front(), faults);
    seen.who.places = {{"pool", 0, std::nullopt}};
    seen.who.seen.assign(1, std::vector<month_seen>(12));
    for (std::size_t k = 0; k < users.size(); ++k) {
      auto& at = seen.who.seen[0][k].users;
      at[1] = users[k][0];
      at[3] = users[k][1];
      at[6] = users[k][2];
    }
  }

  [[nodiscard]] over_time course() const { return course_of(of->contracts.front(), seen); }

  std::unique_ptr<support::scenario> of;
  org::directory directory;
  warehouse::answer answer;
  observation seen;
};

TEST(pairs, are_the_cheapest_of_each_way_at_the_prices_of_the_month) {
  const auto of = support::sound_scenario(shop);
  const auto& contract = of->contracts.front();
  const auto in_january = pair_for(contract, *contract.skus[0].license, 1);
  ASSERT_TRUE(in_january);
  EXPECT_EQ(in_january->logins->name, "pool");
  EXPECT_EQ(in_january->members->name, "seats"); // 72.00 a year is 6.00 a month
  EXPECT_EQ(in_january->break_even, rational(5, 2));
  EXPECT_EQ(pair_for(contract, *contract.skus[0].license, 3)->break_even, rational(5));
}

TEST(mixes, follow_habits_and_prices) {
  const auto course = counted_months({{60, 30, 10}, {60, 30, 10}, {60, 30, 10}}).course();
  EXPECT_EQ(course.months, 3);
  ASSERT_EQ(course.mixes.size(), 1U);
  const auto& months = course.mixes[0].months;
  ASSERT_EQ(months.size(), 3U);
  EXPECT_EQ(months[0].on_logins, 60);
  EXPECT_EQ(months[0].as_members, 40);
  EXPECT_FALSE(months[1].look_again);
  EXPECT_EQ(months[2].on_logins, 90); // three login days are below the break-even of five
  EXPECT_EQ(months[2].as_members, 10);
  EXPECT_TRUE(months[2].look_again);
}

// Two in a hundred move each month: ten have after five months.
TEST(mixes, that_drift_are_looked_at_again_when_a_tenth_has_moved) {
  const auto course = counted_months({{98, 0, 2}, {96, 0, 4}}).course();
  ASSERT_EQ(course.mixes.size(), 1U);
  EXPECT_FALSE(course.mixes[0].months[1].look_again);
  EXPECT_EQ(base::to_string(*course.mixes[0].look_again_by), "2027-06-01");
}

TEST(mixes, that_stay_need_no_second_look) {
  const auto course = counted_months({{90, 0, 10}, {45, 0, 5}}).course();
  ASSERT_EQ(course.mixes.size(), 1U);
  EXPECT_FALSE(course.mixes[0].look_again_by);
}

TEST(courses, need_two_whole_months) {
  const auto course = counted_months({{90, 0, 10}}).course();
  EXPECT_EQ(course.months, 1);
  EXPECT_TRUE(course.movements.empty());
  EXPECT_TRUE(course.mixes.empty());
}

} // namespace
} // namespace proviso::observing
