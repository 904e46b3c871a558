// Mistakes in how often users log in: login days, observed months, season, spread.
#include "reading.hpp"

#include <gtest/gtest.h>

namespace proviso::usage {
namespace {

TEST(login_days, shares_are_at_most_one) {
  EXPECT_EQ(faults_of(R"(users = 1
login_days = { 0 = 1.5, 1 = -0.5 })"),
            R"(error: the share of 0 login days must be a number from 0 to 1; this is 1.5
  --> plan.toml:7:20
  |
7 | login_days = { 0 = 1.5, 1 = -0.5 }
  |                    ^^^
error: the share of 1 login days must be a number from 0 to 1; this is -0.5
  --> plan.toml:7:29
  |
7 | login_days = { 0 = 1.5, 1 = -0.5 }
  |                             ^^^^
)");
}

TEST(login_days, too_many_shares) {
  EXPECT_EQ(faults_of(R"(users = 1
login_days = { 0 = 0.6, 1 = 0.6 })"),
            R"(error: these shares sum to 1.2, not to 1: 0.2 is too much
  --> plan.toml:7:14
  |
7 | login_days = { 0 = 0.6, 1 = 0.6 }
  |              ^^^^^^^^^^^^^^^^^^^^
)");
}

TEST(login_days, login_days_are_whole_and_in_a_month) {
  EXPECT_EQ(faults_of(R"(users = 1
login_days = { 32 = 0.5, 01 = 0.25, -1 = 0.25 })"),
            R"(error: '32' is no number of login days
  --> plan.toml:7:16
  |
7 | login_days = { 32 = 0.5, 01 = 0.25, -1 = 0.25 }
  |                ^^
   = help: login days are whole: 0, 1, 2 and so on to 31
error: '01' is no number of login days
  --> plan.toml:7:26
  |
7 | login_days = { 32 = 0.5, 01 = 0.25, -1 = 0.25 }
  |                          ^^
   = help: login days are whole: 0, 1, 2 and so on to 31
error: '-1' is no number of login days
  --> plan.toml:7:37
  |
7 | login_days = { 32 = 0.5, 01 = 0.25, -1 = 0.25 }
  |                                     ^^
   = help: login days are whole: 0, 1, 2 and so on to 31
)");
}

TEST(login_days, shares_and_a_mean) {
  EXPECT_EQ(faults_of(R"(users = 1
login_days = { 0 = 1, mean = 2 })"),
            R"(error: login_days has shares or a mean, not both
  --> plan.toml:7:23
  |
7 | login_days = { 0 = 1, mean = 2 }
  |                       ^^^^
)");
}

TEST(login_days, a_misspelt_mean) {
  EXPECT_EQ(faults_of(R"(users = 1
login_days = { maen = 2 })"),
            R"(error: login_days has no key 'maen'
  --> plan.toml:7:16
  |
7 | login_days = { maen = 2 }
  |                ^^^^
   = help: did you mean 'mean'?
)");
}

TEST(login_days, a_mean_is_bounded) {
  EXPECT_EQ(faults_of(R"(users = 1
login_days = { mean = 31.1 })"),
            R"(error: the mean of login_days must be a number from 0 to 31; this is 31.1
  --> plan.toml:7:23
  |
7 | login_days = { mean = 31.1 }
  |                       ^^^^
)");
}

TEST(login_days, no_login_days) {
  EXPECT_EQ(
      faults_of(R"(users = 1
login_days = {})"),
      R"(error: login_days must be a table of login days to shares, or { mean = … }; this is an empty table
  --> plan.toml:7:14
  |
7 | login_days = {}
  |              ^^
)");
}

TEST(login_days, observed_months_have_rows) {
  EXPECT_EQ(faults_of(R"(observed = { 2027-01-15 = {}, 2027-02-15 = 3 })"),
            R"(error: observed from 2027-01-15 is empty
  --> plan.toml:6:27
  |
6 | observed = { 2027-01-15 = {}, 2027-02-15 = 3 }
  |                           ^^
   = help: a month without users is { 0 = 0 }
error: observed from 2027-02-15 must be a table of login days to users; this is 3
  --> plan.toml:6:44
  |
6 | observed = { 2027-01-15 = {}, 2027-02-15 = 3 }
  |                                            ^
)");
}

TEST(login_days, months_observed_in_part_may_say_nothing) {
  EXPECT_EQ(faults_of(R"(observed_in_part = { 2027-01-15 = {}, 2027-02-15 = { 1 = 3 } })"), "");
}

TEST(login_days, observed_needs_a_month) {
  EXPECT_EQ(faults_of(R"(observed = {})"),
            R"(error: observed is empty
  --> plan.toml:6:12
  |
6 | observed = {}
  |            ^^
   = help: write the first day of a month: 2027-01-15 = { 0 = 400, 2 = 90 }
)");
}

TEST(login_days, observed_users_are_whole) {
  EXPECT_EQ(
      faults_of(R"(observed = { 2027-01-15 = { 0 = 1.5, 40 = 2 }, 2027-13-15 = { 0 = 1 } })"),
      R"(error: observed users with 0 login days must be a whole number from 0 to 1,000,000,000,000; this is 1.5
  --> plan.toml:6:33
  |
6 | observed = { 2027-01-15 = { 0 = 1.5, 40 = 2 }, 2027-13-15 = { 0 = 1 } }
  |                                 ^^^
error: '40' is no number of login days
  --> plan.toml:6:38
  |
6 | observed = { 2027-01-15 = { 0 = 1.5, 40 = 2 }, 2027-13-15 = { 0 = 1 } }
  |                                      ^^
   = help: login days are whole: 0, 1, 2 and so on to 31
error: '2027-13-15' is no date
  --> plan.toml:6:48
  |
6 | observed = { 2027-01-15 = { 0 = 1.5, 40 = 2 }, 2027-13-15 = { 0 = 1 } }
  |                                                ^^^^^^^^^^
   = help: a date is written 2027-01-15, its year is 1900 to 2999
)");
}

TEST(login_days, logins_per_day) {
  EXPECT_EQ(faults_of(R"(users = 1
logins_per_day = 0.5)"),
            R"(error: logins_per_day must be a number from 1 to 1,000; this is 0.5
  --> plan.toml:7:18
  |
7 | logins_per_day = 0.5
  |                  ^^^
)");
}

TEST(login_days, spread) {
  EXPECT_EQ(faults_of(R"(users = 1
spread = -0.1)"),
            R"(error: spread must be a number from 0 to 100; this is -0.1
  --> plan.toml:7:10
  |
7 | spread = -0.1
  |          ^^^^
)");
}

TEST(login_days, season_names_months) {
  EXPECT_EQ(faults_of(R"(users = 1
season = { November = 1.8, advent = 2, may = -1, june = 1_000.1 })"),
            R"(error: 'November' is no month
  --> plan.toml:7:12
  |
7 | season = { November = 1.8, advent = 2, may = -1, june = 1_000.1 }
  |            ^^^^^^^^
   = help: did you mean 'november'?
error: 'advent' is no month
  --> plan.toml:7:28
  |
7 | season = { November = 1.8, advent = 2, may = -1, june = 1_000.1 }
  |                            ^^^^^^
   = help: months are january, february and so on to december
error: the factor of may must be a number from 0 to 1,000; this is -1
  --> plan.toml:7:46
  |
7 | season = { November = 1.8, advent = 2, may = -1, june = 1_000.1 }
  |                                              ^^
error: the factor of june must be a number from 0 to 1,000; this is 1_000.1
  --> plan.toml:7:57
  |
7 | season = { November = 1.8, advent = 2, may = -1, june = 1_000.1 }
  |                                                         ^^^^^^^
)");
}

} // namespace
} // namespace proviso::usage
