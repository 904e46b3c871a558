// Numbers are the decimals that are written, and orders are those of days, however the plan writes them.
#include "reading.hpp"

#include <gtest/gtest.h>

namespace proviso::usage {
namespace {

rational growth_of(const std::string& number) {
  return population_of("users = 1\nmonthly_growth = " + number).monthly_growth;
}

std::int64_t users_of(const std::string& number) {
  return population_of("users = " + number).users.at(0).users;
}

TEST(exactness, tenths_sum_to_one) {
  const auto days = population_of("users = 1\nlogin_days = { 0 = 0.1, 1 = 0.2, 2 = 0.7 }").days.value();
  EXPECT_EQ(days.average(), rational(16, 10));
}

TEST(exactness, ten_tenths_sum_to_one) {
  std::string shares;
  for (int days = 0; days < 10; ++days)
    shares += (days == 0 ? "" : ", ") + std::to_string(days) + " = 0.1";
  EXPECT_EQ(population_of("users = 1\nlogin_days = { " + shares + " }").days.value().average(),
            rational(45, 10));
}

TEST(exactness, thirds_do_not) {
  EXPECT_EQ(faults_of("users = 1\nlogin_days = { 0 = 0.33, 1 = 0.33, 2 = 0.33 }"),
            R"(error: these shares sum to 0.99, not to 1: 0.01 is missing
  --> plan.toml:7:14
  |
7 | login_days = { 0 = 0.33, 1 = 0.33, 2 = 0.33 }
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
)");
}

TEST(exactness, a_share_missing_beyond_any_double_is_missing) {
  EXPECT_EQ(
      faults_of("users = 1\nlogin_days = { 0 = 0.999999999999999999999999 }"),
      R"(error: these shares sum to 0.999999999999999999999999, not to 1: 0.000000000000000000000001 is missing
  --> plan.toml:7:14
  |
7 | login_days = { 0 = 0.999999999999999999999999 }
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
)");
}

TEST(exactness, every_form_of_a_decimal) {
  EXPECT_EQ(growth_of("0.1"), rational(1, 10));
  EXPECT_EQ(growth_of("+0.29"), rational(29, 100));
  EXPECT_EQ(growth_of("-0.000_000_000_001"), rational::decimal(-1, 12));
  EXPECT_EQ(growth_of("1e-3"), rational(1, 1000));
  EXPECT_EQ(growth_of("1_0.0"), rational(10));
  EXPECT_EQ(growth_of("-0.999"), rational(-999, 1000));
  EXPECT_EQ(growth_of("2 # percent"), rational(2));
  EXPECT_EQ(population_of("users = 1\nseason = { may = 999_9.5E-1 }").season[4], rational(99995, 100));
}

TEST(exactness, whole_numbers) {
  EXPECT_EQ(users_of("0"), 0);
  EXPECT_EQ(users_of("1_000_000_000_000"), 1'000'000'000'000);
  EXPECT_EQ(users_of("1e3"), 1000);
  EXPECT_EQ(users_of("11_000.0"), 11'000);
}

TEST(exactness, entries_are_sorted_by_day) {
  const auto p = population_of(R"(users = { 2028-01-15 = 3, "2027-01-15" = 1, 2027-06-15 = 2 }
login_days = { 12 = 0.5, 2 = 0.25, 0 = 0.25 }
[population.observed]
2027-03-15 = { 10 = 4, 9 = 5 }
2027-02-15 = { 0 = 1 }
)");
  ASSERT_EQ(p.users.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_EQ(p.users[i].users, static_cast<std::int64_t>(i) + 1);
  EXPECT_EQ(p.days->shares[0].login_days, 0);
  EXPECT_EQ(p.days->shares[2].login_days, 12);
  EXPECT_EQ(p.observed[0].first, base::parse_day("2027-02-15"));
  EXPECT_EQ(p.observed[1].users[0].users, 5);
}

} // namespace
} // namespace proviso::usage
