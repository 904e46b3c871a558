// Mistakes in what a population needs, accesses and is matched by.
#include "reading.hpp"

#include <gtest/gtest.h>

namespace proviso::usage {
namespace {

TEST(population_lists, needs_are_texts_each_once) {
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

TEST(population_lists, lists_are_lists) {
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

TEST(population_lists, access_is_complete) {
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

TEST(population_lists, access_names_operations) {
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

TEST(population_lists, access_ends_after_it_begins) {
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

TEST(population_lists, access_dates_are_dates) {
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

TEST(population_lists, match_says_by_what) {
  EXPECT_EQ(faults_of(R"(users = 1
match = {})"),
            R"(error: match must be a table with license, profile or list; this is an empty table
  --> plan.toml:7:9
  |
7 | match = {}
  |         ^^
)");
}

TEST(population_lists, match_has_three_keys) {
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

TEST(population_lists, names_are_one_line) {
  EXPECT_EQ(faults_of(R"(users = 1
needs = ["a\nb"])"),
            R"(error: an item of needs must be one line of text
  --> plan.toml:7:10
  |
7 | needs = ["a\nb"]
  |          ^^^^^^
)");
}

} // namespace
} // namespace proviso::usage
