// Every mistake in a population is reported with its place and the way out; expected are whole messages.
#include "reading.hpp"

#include <gtest/gtest.h>

namespace proviso::usage {
namespace {

TEST(population, unknown_keys_have_a_nearest_name) {
  EXPECT_EQ(faults_of(R"(users = 1
monthly_grow = 0.1
colour = "blue")"),
            R"(error: a population has no key 'monthly_grow'
  --> plan.toml:7:1
  |
7 | monthly_grow = 0.1
  | ^^^^^^^^^^^^
   = help: did you mean 'monthly_growth'?
error: a population has no key 'colour'
  --> plan.toml:8:1
  |
8 | colour = "blue"
  | ^^^^^^
   = help: a population may have name, sku, users, monthly_growth, login_days, observed, observed_in_part, logins_per_day, season, spread, needs, access and match
)");
}

TEST(population, a_misspelt_key_is_not_missing_too) {
  EXPECT_EQ(faults_of(R"(user = 1)"),
            R"(error: a population has no key 'user'
  --> plan.toml:6:1
  |
6 | user = 1
  | ^^^^
   = help: did you mean 'users'?
)");
}

TEST(population, users_of_another_type) {
  EXPECT_EQ(faults_of(R"(users = "many")"),
            R"(error: users must be a whole number, or a table of dates to numbers; this is a text
  --> plan.toml:6:9
  |
6 | users = "many"
  |         ^^^^^^
)");
}

TEST(population, users_are_whole_and_bounded) {
  EXPECT_EQ(faults_of(R"([population.users]
2027-01-15 = 0.5
2027-02-15 = -1
2027-03-15 = 1_000_000_000_001
2027-04-15 = 0x10
2027-05-15 = inf
2027-06-15 = true
2027-07-15 = 10:30:00)"),
            R"(error: users from 2027-01-15 must be a whole number from 0 to 1,000,000,000,000; this is 0.5
  --> plan.toml:7:14
  |
7 | 2027-01-15 = 0.5
  |              ^^^
error: users from 2027-02-15 must be a whole number from 0 to 1,000,000,000,000; this is -1
  --> plan.toml:8:14
  |
8 | 2027-02-15 = -1
  |              ^^
error: users from 2027-03-15 must be a whole number from 0 to 1,000,000,000,000; this is 1_000_000_000_001
  --> plan.toml:9:14
  |
9 | 2027-03-15 = 1_000_000_000_001
  |              ^^^^^^^^^^^^^^^^^
error: users from 2027-04-15 must be a whole number from 0 to 1,000,000,000,000; this is 0x10
  --> plan.toml:10:14
   |
10 | 2027-04-15 = 0x10
   |              ^^^^
   = help: write it in decimal digits
error: users from 2027-05-15 must be a whole number from 0 to 1,000,000,000,000; this is inf
  --> plan.toml:11:14
   |
11 | 2027-05-15 = inf
   |              ^^^
error: users from 2027-06-15 must be a whole number from 0 to 1,000,000,000,000; this is true
  --> plan.toml:12:14
   |
12 | 2027-06-15 = true
   |              ^^^^
error: users from 2027-07-15 must be a whole number from 0 to 1,000,000,000,000; this is 10:30:00
  --> plan.toml:13:14
   |
13 | 2027-07-15 = 10:30:00
   |              ^^^^^^^^
)");
}

TEST(population, users_by_date) {
  EXPECT_EQ(faults_of(R"(users = { 2027-02-29 = 1, january = 2, 1899-12-31 = 3 })"),
            R"(error: '2027-02-29' is no date
  --> plan.toml:6:11
  |
6 | users = { 2027-02-29 = 1, january = 2, 1899-12-31 = 3 }
  |           ^^^^^^^^^^
   = help: a date is written 2027-01-15, its year is 1900 to 2999
error: 'january' is no date
  --> plan.toml:6:27
  |
6 | users = { 2027-02-29 = 1, january = 2, 1899-12-31 = 3 }
  |                           ^^^^^^^
   = help: a date is written 2027-01-15, its year is 1900 to 2999
error: '1899-12-31' is no date
  --> plan.toml:6:40
  |
6 | users = { 2027-02-29 = 1, january = 2, 1899-12-31 = 3 }
  |                                        ^^^^^^^^^^
   = help: a date is written 2027-01-15, its year is 1900 to 2999
)");
}

TEST(population, users_of_no_date) {
  EXPECT_EQ(faults_of(R"(users = {})"),
            R"(error: users must be a whole number, or a table of dates to numbers; this is an empty table
  --> plan.toml:6:9
  |
6 | users = {}
  |         ^^
)");
}

TEST(population, growth_is_bounded) {
  EXPECT_EQ(
      faults_of(R"(users = 1
monthly_growth = -1)"),
      R"(error: monthly_growth must be a number above -1 and at most 10, with at most 12 decimals; this is -1
  --> plan.toml:7:18
  |
7 | monthly_growth = -1
  |                  ^^
)");
}

TEST(population, growth_has_few_decimals) {
  EXPECT_EQ(
      faults_of(R"(users = 1
monthly_growth = 0.0000000000001)"),
      R"(error: monthly_growth must be a number above -1 and at most 10, with at most 12 decimals; this is 0.0000000000001
  --> plan.toml:7:18
  |
7 | monthly_growth = 0.0000000000001
  |                  ^^^^^^^^^^^^^^^
)");
}

TEST(population, a_number_has_few_digits) {
  EXPECT_EQ(
      faults_of(R"(users = 1
monthly_growth = 0.00000000000000000000000000000000000000001)"),
      R"(error: monthly_growth must be a number above -1 and at most 10, with at most 12 decimals; this is 0.00000000000000000000000000000000000000…
  --> plan.toml:7:18
  |
7 | monthly_growth = 0.00000000000000000000000000000000000000001
  |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: a number has at most 40 digits and an exponent from -40 to 40
)");
}

TEST(population, a_number_has_a_small_exponent) {
  EXPECT_EQ(
      faults_of(R"(users = 1
monthly_growth = 1e-41)"),
      R"(error: monthly_growth must be a number above -1 and at most 10, with at most 12 decimals; this is 1e-41
  --> plan.toml:7:18
  |
7 | monthly_growth = 1e-41
  |                  ^^^^^
   = help: a number has at most 40 digits and an exponent from -40 to 40
)");
}

TEST(population, needs_name_sku_and_users) {
  EXPECT_EQ(read(R"([plan]
contract = "c"
[[population]]
)")
                .faults,
            R"(error: this population has no name
  --> plan.toml:3:1
  |
3 | [[population]]
  | ^^^^^^^^^^^^^^
   = help: write name = "…"
error: this population names no sku
  --> plan.toml:3:1
  |
3 | [[population]]
  | ^^^^^^^^^^^^^^
   = help: write sku = "…", a SKU of the contract
error: this population has no users
  --> plan.toml:3:1
  |
3 | [[population]]
  | ^^^^^^^^^^^^^^
   = help: write users = 1_000, or observed months
)");
}

TEST(population, names_are_distinct) {
  EXPECT_EQ(read(R"([plan]
contract = "c"
[[population]]
name = "a"
sku = "s"
users = 1
[[population]]
name = "a"
sku = "s"
users = 1
)")
                .faults,
            R"(error: two populations are named 'a'
  --> plan.toml:8:8
  |
8 | name = "a"
  |        ^^^
  --> plan.toml:4:8
  |
4 | name = "a"
  |        ^^^ the first
)");
}

} // namespace
} // namespace proviso::usage
