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
   = help: a population may have name, sku, users, monthly_growth, login_days, observed, logins_per_day, season, spread, needs, access and match
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

TEST(population, shares_are_at_most_one) {
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

TEST(population, too_many_shares) {
  EXPECT_EQ(faults_of(R"(users = 1
login_days = { 0 = 0.6, 1 = 0.6 })"),
            R"(error: these shares sum to 1.2, not to 1: 0.2 is too much
  --> plan.toml:7:14
  |
7 | login_days = { 0 = 0.6, 1 = 0.6 }
  |              ^^^^^^^^^^^^^^^^^^^^
)");
}

TEST(population, login_days_are_whole_and_in_a_month) {
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

TEST(population, shares_and_a_mean) {
  EXPECT_EQ(faults_of(R"(users = 1
login_days = { 0 = 1, mean = 2 })"),
            R"(error: login_days has shares or a mean, not both
  --> plan.toml:7:23
  |
7 | login_days = { 0 = 1, mean = 2 }
  |                       ^^^^
)");
}

TEST(population, a_misspelt_mean) {
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

TEST(population, a_mean_is_bounded) {
  EXPECT_EQ(faults_of(R"(users = 1
login_days = { mean = 31.1 })"),
            R"(error: the mean of login_days must be a number from 0 to 31; this is 31.1
  --> plan.toml:7:23
  |
7 | login_days = { mean = 31.1 }
  |                       ^^^^
)");
}

TEST(population, no_login_days) {
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

TEST(population, observed_months_have_rows) {
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

TEST(population, observed_needs_a_month) {
  EXPECT_EQ(faults_of(R"(observed = {})"),
            R"(error: observed is empty
  --> plan.toml:6:12
  |
6 | observed = {}
  |            ^^
   = help: write the first day of a month: 2027-01-15 = { 0 = 400, 2 = 90 }
)");
}

TEST(population, observed_users_are_whole) {
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

TEST(population, logins_per_day) {
  EXPECT_EQ(faults_of(R"(users = 1
logins_per_day = 0.5)"),
            R"(error: logins_per_day must be a number from 1 to 1,000; this is 0.5
  --> plan.toml:7:18
  |
7 | logins_per_day = 0.5
  |                  ^^^
)");
}

TEST(population, spread) {
  EXPECT_EQ(faults_of(R"(users = 1
spread = -0.1)"),
            R"(error: spread must be a number from 0 to 100; this is -0.1
  --> plan.toml:7:10
  |
7 | spread = -0.1
  |          ^^^^
)");
}

TEST(population, season_names_months) {
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

TEST(population, needs_are_texts_each_once) {
  EXPECT_EQ(faults_of(R"(users = 1
needs = ["reports", 3, "reports", ""])"),
            R"(error: an item of needs must be a text; this is 3
  --> plan.toml:7:21
  |
7 | needs = ["reports", 3, "reports", ""]
  |                     ^
error: needs names 'reports' twice
  --> plan.toml:7:24
  |
7 | needs = ["reports", 3, "reports", ""]
  |                        ^^^^^^^^^
  --> plan.toml:7:10
  |
7 | needs = ["reports", 3, "reports", ""]
  |          ^^^^^^^^^ first here
error: an item of needs must be a text that is not empty
  --> plan.toml:7:35
  |
7 | needs = ["reports", 3, "reports", ""]
  |                                   ^^
)");
}

TEST(population, lists_are_lists) {
  EXPECT_EQ(faults_of(R"(users = 1
needs = "reports"
access = { object = "Case" })"),
            R"(error: needs must be a list of texts; this is a text
  --> plan.toml:7:9
  |
7 | needs = "reports"
  |         ^^^^^^^^^
error: access must be a list of tables; this is a table
  --> plan.toml:8:10
  |
8 | access = { object = "Case" }
  |          ^^^^^^^^^^^^^^^^^^^
)");
}

TEST(population, access_is_complete) {
  EXPECT_EQ(faults_of(R"(users = 1
access = [ {}, 3 ])"),
            R"(error: this access names no object
  --> plan.toml:7:12
  |
7 | access = [ {}, 3 ]
  |            ^^
   = help: write object = "…"
error: this access names no operations
  --> plan.toml:7:12
  |
7 | access = [ {}, 3 ]
  |            ^^
   = help: write operations = ["read"]
error: an item of access must be a table with object and operations; this is 3
  --> plan.toml:7:16
  |
7 | access = [ {}, 3 ]
  |                ^
)");
}

TEST(population, access_names_operations) {
  EXPECT_EQ(faults_of(R"(users = 1
access = [ { object = "Case", operations = ["raed", "edit"] }, { object = "Case", operations = [] } ])"),
            R"(error: 'raed' is no operation
  --> plan.toml:7:45
  |
7 | access = [ { object = "Case", operations = ["raed", "edit"] }, { object = "Case", operations = [] } ]
  |                                             ^^^^^^
   = help: did you mean 'read'?
error: 'edit' is no operation
  --> plan.toml:7:53
  |
7 | access = [ { object = "Case", operations = ["raed", "edit"] }, { object = "Case", operations = [] } ]
  |                                                     ^^^^^^
   = help: operations are create, read, update and delete
error: operations is empty
  --> plan.toml:7:96
  |
7 | access = [ { object = "Case", operations = ["raed", "edit"] }, { object = "Case", operations = [] } ]
  |                                                                                                ^^
   = help: operations are create, read, update and delete
)");
}

TEST(population, access_ends_after_it_begins) {
  EXPECT_EQ(faults_of(R"(users = 1
[[population.access]]
object = "Case"
operations = ["read"]
from = 2027-03-01
until = 2027-02-28)"),
            R"(error: this access ends on 2027-02-28, before it begins
  --> plan.toml:11:9
   |
11 | until = 2027-02-28
   |         ^^^^^^^^^^
  --> plan.toml:10:8
   |
10 | from = 2027-03-01
   |        ^^^^^^^^^^ begins here
)");
}

TEST(population, access_dates_are_dates) {
  EXPECT_EQ(faults_of(R"(users = 1
[[population.access]]
object = "Case"
operations = ["read"]
from = "2027-03-01"
until = 2027-03-01T10:00:00Z)"),
            R"(error: from must be a date from 1900-01-01 to 2999-12-31; this is a text
  --> plan.toml:10:8
   |
10 | from = "2027-03-01"
   |        ^^^^^^^^^^^^
   = help: write it without quotes: 2027-03-01
error: until must be a date from 1900-01-01 to 2999-12-31; this is 2027-03-01T10:00:00Z
  --> plan.toml:11:9
   |
11 | until = 2027-03-01T10:00:00Z
   |         ^^^^^^^^^^^^^^^^^^^^
)");
}

TEST(population, match_says_by_what) {
  EXPECT_EQ(faults_of(R"(users = 1
match = {})"),
            R"(error: match must be a table with license, profile or list; this is an empty table
  --> plan.toml:7:9
  |
7 | match = {}
  |         ^^
)");
}

TEST(population, match_has_three_keys) {
  EXPECT_EQ(faults_of(R"(users = 1
match = { licence = "x" })"),
            R"(error: match has no key 'licence'
  --> plan.toml:7:11
  |
7 | match = { licence = "x" }
  |           ^^^^^^^
   = help: did you mean 'license'?
)");
}

TEST(population, names_are_one_line) {
  EXPECT_EQ(faults_of(R"(users = 1
needs = ["""a
b"""])"),
            R"(error: an item of needs must be one line of text
  --> plan.toml:7:10
  |
7 | needs = ["""a
  |          ^^^^
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
