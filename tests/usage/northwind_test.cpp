// The example plan means exactly what it says.
#include "reading.hpp"

#include <gtest/gtest.h>

namespace proviso::usage {
namespace {

using model::operations;

struct northwind : testing::Test {
  base::sources sources;
  base::diagnostics faults;
  std::optional<plan> read = read_plan(
      sources, sources.add("northwind.plan.toml", file_text("contracts/northwind.plan.toml")), faults);
  const plan& all = read.value();
  const population& dealers = all.populations.at(0);
  const population& key_dealers = all.populations.at(1);

  std::string words(base::span at) const { return std::string(sources.text(at)); }
};

std::string shares(const login_days& days) {
  std::string result;
  for (const auto& each : days.shares)
    result += std::to_string(each.login_days) + "=" + each.share.exact_decimals().value_or("?") + " ";
  return result;
}

TEST_F(northwind, is_read) {
  EXPECT_EQ(all.name, "Dealer portal roll-out");
  EXPECT_EQ(all.contract.value, "northwind");
  EXPECT_EQ(words(all.contract.at), "\"northwind\"");
  EXPECT_EQ(words(all.at), "[plan]");
  EXPECT_EQ(all.populations.size(), 2U);
}

TEST_F(northwind, has_dealers) {
  EXPECT_EQ(dealers.name.value, "dealers");
  EXPECT_EQ(dealers.sku.value, "portal-logins");
  ASSERT_EQ(dealers.users.size(), 1U);
  EXPECT_FALSE(dealers.users[0].from);
  EXPECT_EQ(dealers.users[0].users, 11'000);
  EXPECT_EQ(words(dealers.users[0].at), "11_000");
  EXPECT_EQ(words(dealers.users_at), "users");
  EXPECT_EQ(dealers.monthly_growth, rational(1, 100));
}

TEST_F(northwind, has_login_days_by_day) {
  ASSERT_TRUE(dealers.days);
  EXPECT_EQ(shares(*dealers.days), "0=0.4 1=0.3 2=0.15 4=0.1 12=0.05 ");
  EXPECT_EQ(words(dealers.days->shares[4].at), "12 = 0.05");
  EXPECT_EQ(words(dealers.days->at), "login_days");
  EXPECT_EQ(dealers.days->average(), rational(8, 5));
}

TEST_F(northwind, has_a_season) {
  const rational one(1);
  const std::array<rational, 12> expected{
      one, one, one, one, one, one, one, one, one, one, rational(9, 5), rational(13, 10)};
  EXPECT_EQ(dealers.season, expected);
  EXPECT_EQ(words(dealers.season_at), "season");
  EXPECT_FALSE(key_dealers.season_at.somewhere());
}

TEST_F(northwind, has_needs_and_access) {
  ASSERT_EQ(dealers.needs.size(), 1U);
  EXPECT_EQ(dealers.needs[0].value, "knowledge");
  ASSERT_EQ(dealers.access.size(), 1U);
  EXPECT_EQ(dealers.access[0].object, "Order");
  EXPECT_EQ(words(dealers.access[0].at), "\"Order\"");
  EXPECT_EQ(dealers.access[0].wanted, operations(operations::create) | operations::read);
  EXPECT_FALSE(dealers.access[0].from);
  EXPECT_FALSE(dealers.access[0].until);
  ASSERT_EQ(key_dealers.access.size(), 2U);
  EXPECT_EQ(key_dealers.access[0].wanted,
            operations(operations::create) | operations::read | operations::update);
}

TEST_F(northwind, has_key_dealers) {
  ASSERT_EQ(key_dealers.users.size(), 2U);
  EXPECT_EQ(key_dealers.users[0].from, base::parse_day("2027-01-15"));
  EXPECT_EQ(key_dealers.users[0].users, 450);
  EXPECT_EQ(key_dealers.users[1].from, base::parse_day("2027-07-15"));
  EXPECT_EQ(key_dealers.users[1].users, 700);
  EXPECT_EQ(words(key_dealers.users[1].at), "2027-07-15 = 700");
  EXPECT_TRUE(key_dealers.monthly_growth.is_zero());
  EXPECT_EQ(key_dealers.days->mean, rational(23, 2));
  EXPECT_EQ(key_dealers.days->average(), rational(23, 2));
}

} // namespace
} // namespace proviso::usage
