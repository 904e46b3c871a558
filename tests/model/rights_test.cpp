#include "model/catalogue.hpp"
#include "model/rights.hpp"

#include <gtest/gtest.h>

namespace proviso::model {
namespace {

using base::truth;

bool matches(std::string pattern, std::string_view object) {
  return object_pattern{std::move(pattern), {}}.matches(object);
}

TEST(object_pattern, compares_whole_names_without_case_and_never_by_prefix) {
  EXPECT_TRUE(matches("Lead", "lead"));
  EXPECT_FALSE(matches("Lead", "Lead__c"));
  EXPECT_FALSE(matches("Case", "CaseComment"));
}

TEST(object_pattern, a_star_stands_for_any_characters) {
  EXPECT_TRUE(matches("*__c", "Order_Line__C"));
  EXPECT_FALSE(matches("*__c", "Order"));
  EXPECT_TRUE(matches("Case*", "CaseComment"));
  EXPECT_TRUE(matches("*a*b*", "xxaxxbxx"));
  EXPECT_FALSE(matches("*a*b", "xxbxxa"));
  EXPECT_FALSE(matches(std::string(40, '*') + "b", std::string(20000, 'a'))); // and quickly
}

TEST(operations, are_sets) {
  const auto some = operations(operations::create) | operations::remove;
  EXPECT_EQ(to_string(some), "create, delete");
  EXPECT_EQ(to_string(some.without(operations::create)), "delete");
  EXPECT_TRUE((some & operations::read).empty());
}

license portal() {
  license made;
  const auto all = operations(operations::create) | operations::read | operations::update | operations::remove;
  made.allows = {{operations(operations::read) | operations::update, {{"Case", {}}}, {}},
                 {all, {{"*__c", {}}}, {}}};
  made.denies = {{all, {{"Lead", {}}, {"Secret__c", {}}}, {}}};
  made.offers = {{"knowledge", {}}};
  made.lacks = {{"reports", {}}};
  return made;
}

TEST(license, reaches_what_it_allows_and_what_nobody_states_is_unknown) {
  const auto license = portal();
  EXPECT_EQ(license.reaches(operations::read, "case"), truth::yes);
  EXPECT_EQ(license.reaches(operations::remove, "Case"), truth::unknown);
  EXPECT_EQ(license.reaches(operations(operations::read) | operations::remove, "Case"), truth::unknown);
  EXPECT_EQ(license.reaches(operations::read, "Lead"), truth::no);
  EXPECT_EQ(license.reaches(operations::read, "Order"), truth::unknown);
}

TEST(license, an_exact_name_beats_a_pattern) {
  EXPECT_EQ(portal().reaches(operations::read, "Tool__c"), truth::yes);
  EXPECT_EQ(portal().reaches(operations::read, "Secret__c"), truth::no);
}

TEST(license, offers_lacks_or_says_nothing) {
  EXPECT_EQ(portal().has("knowledge"), truth::yes);
  EXPECT_EQ(portal().has("reports"), truth::no);
  EXPECT_EQ(portal().has("roles"), truth::unknown);
}

bool meet(std::string a, std::string b) {
  const object_pattern first{std::move(a), {}};
  const object_pattern second{std::move(b), {}};
  EXPECT_EQ(first.meets(second), second.meets(first));
  return first.meets(second);
}

TEST(patterns, meet_where_some_name_matches_both) {
  EXPECT_TRUE(meet("*__c", "ns__*"));
  EXPECT_TRUE(meet("Acc*", "*__c"));
  EXPECT_TRUE(meet("*", "lead"));
  EXPECT_TRUE(meet("LEAD", "lead"));
  EXPECT_TRUE(meet("a*b*c", "ab*bc"));
  EXPECT_FALSE(meet("Lead", "Leads"));
  EXPECT_FALSE(meet("*__c", "*__x"));
  EXPECT_FALSE(meet("a*b", "b*"));
  EXPECT_FALSE(meet("", "a*"));
}

} // namespace
} // namespace proviso::model
