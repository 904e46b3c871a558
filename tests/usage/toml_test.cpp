// A plan as a whole, and what is no TOML, with the place of the mistake.
#include "reading.hpp"

#include <gtest/gtest.h>

namespace proviso::usage {
namespace {

TEST(plan, without_populations_is_a_plan) {
  const auto read_plan = read("[plan]\nname = \"none\"\ncontract = \"c\"\n");
  EXPECT_EQ(read_plan.faults, "");
  EXPECT_TRUE(read_plan.result.value().populations.empty());
}

TEST(plan, may_have_windows_line_ends_and_a_byte_order_mark) {
  const auto read_plan = read("\xEF\xBB\xBF[plan]\r\ncontract = \"c\"\r\n");
  EXPECT_EQ(read_plan.faults, "");
  EXPECT_EQ(read_plan.result.value().contract.value, "c");
}

TEST(plan, several_mistakes_in_one_run) {
  EXPECT_EQ(read(R"([plan]
nam = "Roll-out"
contract = 3

[[population]]
name = "déalers"
users = 1_000
login_days = { 0 = 0.40, 1 = 0.30, 2 = 0.15, 4 = 0.10 }
season = { novembr = 1.8 }

[[populations]]
name = "others"
)")
                .faults,
            R"(error: [plan] has no key 'nam'
  --> plan.toml:2:1
  |
2 | nam = "Roll-out"
  | ^^^
   = help: did you mean 'name'?
error: contract must be a text; this is 3
  --> plan.toml:3:12
  |
3 | contract = 3
  |            ^
error: these shares sum to 0.95, not to 1: 0.05 is missing
  --> plan.toml:8:14
  |
8 | login_days = { 0 = 0.40, 1 = 0.30, 2 = 0.15, 4 = 0.10 }
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
error: 'novembr' is no month
  --> plan.toml:9:12
  |
9 | season = { novembr = 1.8 }
  |            ^^^^^^^
   = help: did you mean 'november'?
error: this population names no sku
  --> plan.toml:5:1
  |
5 | [[population]]
  | ^^^^^^^^^^^^^^
   = help: write sku = "…", a SKU of the contract
error: a plan has no key 'populations'
  --> plan.toml:11:3
   |
11 | [[populations]]
   |   ^^^^^^^^^^^
   = help: did you mean 'population'?
)");
}

TEST(plan, names_its_contract) {
  EXPECT_EQ(read(R"([plan]
)")
                .faults,
            R"(error: this plan names no contract
  --> plan.toml:1:1
  |
1 | [plan]
  | ^^^^^^
   = help: write contract = "…", the contract's name
)");
}

TEST(plan, has_a_plan_table) {
  EXPECT_EQ(read(R"([[population]]
name = "a"
sku = "s"
users = 1
)")
                .faults,
            R"(error: this plan has no [plan] table
  --> plan.toml:1:1
  |
1 | [[population]]
  | ^
   = help: [plan] states the name and the contract
)");
}

TEST(plan, a_misspelt_plan_is_not_missing_too) {
  EXPECT_EQ(read(R"([plam]
contract = "c"
)")
                .faults,
            R"(error: a plan has no key 'plam'
  --> plan.toml:1:2
  |
1 | [plam]
  |  ^^^^
   = help: did you mean 'plan'?
)");
}

TEST(plan, is_a_table) {
  EXPECT_EQ(read(R"(plan = "c"
)")
                .faults,
            R"(error: plan must be a table; this is a text
  --> plan.toml:1:8
  |
1 | plan = "c"
  |        ^^^
)");
}

TEST(plan, populations_are_a_list) {
  EXPECT_EQ(read(R"([plan]
contract = "c"
[population]
name = "a"
)")
                .faults,
            R"(error: population must be a list of tables; this is a table
  --> plan.toml:3:1
  |
3 | [population]
  | ^^^^^^^^^^^^
   = help: begin each population with [[population]]
)");
}

TEST(plan, populations_are_tables) {
  EXPECT_EQ(read(R"(population = [3]
[plan]
contract = "c"
)")
                .faults,
            R"(error: a population must be a table; this is 3
  --> plan.toml:1:15
  |
1 | population = [3]
  |               ^
)");
}

TEST(toml, a_value_is_missing) {
  EXPECT_EQ(read(R"([plan]
name =
contract = "c"
)")
                .faults,
            R"(error: this is not TOML: expected a value, saw the end of the line
  --> plan.toml:2:7
  |
2 | name =
  |       ^
)");
}

TEST(toml, the_file_ends) {
  EXPECT_EQ(read(R"([plan]
name = "open)")
                .faults,
            R"(error: this is not TOML: the file ends inside a text
  --> plan.toml:2:13
  |
2 | name = "open
  |             ^
)");
}

TEST(toml, a_quote_is_open) {
  EXPECT_EQ(read(R"([plan]
name = "open
contract = "c"
)")
                .faults,
            R"(error: this is not TOML: a quote is not closed, or a control character stands here
  --> plan.toml:2:13
  |
2 | name = "open
  |             ^
)");
}

TEST(toml, a_header_is_open) {
  EXPECT_EQ(read(R"([plan
name = "a"
)")
                .faults,
            R"(error: this is not TOML: expected ']', saw the end of the line
  --> plan.toml:1:6
  |
1 | [plan
  |      ^
)");
}

TEST(toml, a_word_is_no_value) {
  EXPECT_EQ(
      read(R"([plan]
name = northwind
)")
          .faults,
      R"(error: this is not TOML: a value is a text in quotes, a number, a date, true, false, a list or a table
  --> plan.toml:2:8
  |
2 | name = northwind
  |        ^^^^^^^^^
)");
}

TEST(toml, a_percent_is_no_number) {
  EXPECT_EQ(read(R"(growth = 10%
)")
                .faults,
            R"(error: this is not TOML: expected a digit, saw '%'
  --> plan.toml:1:12
  |
1 | growth = 10%
  |            ^
)");
}

TEST(toml, a_key_is_stated_twice) {
  EXPECT_EQ(read(R"([plan]
name = "a"
"name" = "b"
)")
                .faults,
            R"(error: '"name"' is stated twice
  --> plan.toml:3:1
  |
3 | "name" = "b"
  | ^^^^^^
)");
}

TEST(toml, a_key_of_a_line_is_stated_twice) {
  EXPECT_EQ(read(R"(users = { 2027-01-15 = 450, 2027-01-15 = 700 }
)")
                .faults,
            R"(error: '2027-01-15' is stated twice
  --> plan.toml:1:29
  |
1 | users = { 2027-01-15 = 450, 2027-01-15 = 700 }
  |                             ^^^^^^^^^^
)");
}

TEST(toml, a_table_is_stated_twice) {
  EXPECT_EQ(read(R"([plan]
name = "a"
  [plan] # again
)")
                .faults,
            R"(error: '[plan]' is stated twice
  --> plan.toml:3:3
  |
3 |   [plan] # again
  |   ^^^^^^
)");
}

TEST(toml, a_header_passes_through_a_value) {
  const std::string expected = R"(error: a part of '[ plan.name ]' is no table
  --> plan.toml:2:2
  |
2 |  [ plan.name ] # c
  |  ^^^^^^^^^^^^^
)";
  EXPECT_EQ(read("plan = 1\n [ plan.name ] # c\n").faults, expected);
  EXPECT_EQ(read("plan = 1\n [ plan.name ] # c\n[plan]").faults, expected);
}

TEST(toml, a_number_is_too_large) {
  EXPECT_EQ(read(R"(users = 99_999_999_999_999_999_999
)")
                .faults,
            R"(error: this is not TOML: '99999999999999999999' is too large
  --> plan.toml:1:9
  |
1 | users = 99_999_999_999_999_999_999
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^
)");
}

TEST(toml, a_day_does_not_exist) {
  EXPECT_EQ(read(R"(from = 2027-02-30
)")
                .faults,
            R"(error: this is not TOML: this day does not exist
  --> plan.toml:1:8
  |
1 | from = 2027-02-30
  |        ^^^^^^^^^^
)");
}

TEST(toml, a_dot_is_no_decimal_in_a_key) {
  EXPECT_EQ(read(R"(login_days = { 0 = 0.5, 0.5 = 0.5 }
)")
                .faults,
            R"(error: this is not TOML: what stands before the dot is no table
  --> plan.toml:1:25
  |
1 | login_days = { 0 = 0.5, 0.5 = 0.5 }
  |                         ^
)");
}

TEST(toml, a_comma_too_many) {
  EXPECT_EQ(read(R"(login_days = { 0 = 1, }
)")
                .faults,
            R"(error: this is not TOML: a comma stands before the closing '}'
  --> plan.toml:1:23
  |
1 | login_days = { 0 = 1, }
  |                       ^
)");
}

TEST(toml, columns_count_characters) {
  EXPECT_EQ(read(R"(name = "żółw" x
)")
                .faults,
            R"(error: this is not TOML: expected the end of the line, saw 'x'
  --> plan.toml:1:15
  |
1 | name = "żółw" x
  |               ^
)");
}

} // namespace
} // namespace proviso::usage
