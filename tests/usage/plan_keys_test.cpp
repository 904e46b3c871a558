// The documented example of every key is read, and says what its comments say.
#include "reading.hpp"

#include <gtest/gtest.h>

namespace proviso::usage {
namespace {

struct plan_keys : testing::Test {
  reading document = read(file_text("contracts/plan-keys.plan.toml"));
  const std::vector<population>& all = document.result.value().populations;
};

TEST_F(plan_keys, are_all_read) {
  EXPECT_EQ(document.faults, "");
  ASSERT_EQ(all.size(), 3U);
  const auto& dealers = all[0];
  EXPECT_EQ(dealers.logins_per_day.value().value, rational(3, 2));
  EXPECT_EQ(dealers.spread.value().value, rational(1, 5));
  EXPECT_EQ(dealers.match.value().license, "Customer Community Login");
  EXPECT_EQ(all[1].match.value().profile, "Key Dealer");
  EXPECT_EQ(all[2].match.value().list, "pilot-dealers");
}

TEST_F(plan_keys, have_dated_access) {
  const auto& access = all[0].access.at(1);
  EXPECT_EQ(access.object, "Warranty__c");
  EXPECT_EQ(access.from.value().value, base::parse_day("2027-04-01"));
  EXPECT_EQ(access.until.value().value, base::parse_day("2028-03-31"));
}

TEST_F(plan_keys, have_observed_months) {
  const auto& pilots = all[2];
  EXPECT_TRUE(pilots.users.empty());
  ASSERT_EQ(pilots.observed.size(), 2U);
  const auto& january = pilots.observed[0];
  EXPECT_EQ(january.first, base::parse_day("2027-01-15"));
  ASSERT_EQ(january.users.size(), 3U);
  EXPECT_EQ(january.users[2].login_days, 6);
  EXPECT_EQ(january.users[2].users, 8);
}

} // namespace
} // namespace proviso::usage
