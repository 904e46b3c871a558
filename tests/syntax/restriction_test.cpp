// Clauses of restrictions.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

TEST(restriction, is_for_names) {
  EXPECT_EQ(shown(in_restriction<scope>("for customer-community, external,\n portal-logins")->names),
            "customer-community external portal-logins");
}

TEST(restriction, prohibits_operations) {
  const in_restriction<prohibit> read(
      "prohibit create, read, update, delete on Lead, *__c, sales-and-service, ns__Odd_Name__c");
  EXPECT_EQ(shown(read->operations), "create read update delete");
  EXPECT_EQ(read.at(read->operations[1].at), "read");
  EXPECT_EQ(shown(read->objects), "Lead *__c sales-and-service ns__Odd_Name__c");
  EXPECT_EQ(read.at(read->objects[1].at), "*__c");
  EXPECT_FALSE(read->including_related);
  EXPECT_TRUE(in_restriction<prohibit>("prohibit read on Case including related")->including_related);
}

TEST(restriction, prohibits_capabilities) {
  EXPECT_EQ(shown(in_restriction<prohibit_capability>("prohibit capability reports, dashboards")->capabilities),
            "reports dashboards");
}

TEST(restriction, limits) {
  const in_restriction<limit> read("limit custom-objects 10, except managed");
  EXPECT_EQ(read->what.text, "custom-objects");
  EXPECT_EQ(shown(read->most), "10");
  EXPECT_TRUE(read->except_managed);
  EXPECT_FALSE(in_restriction<limit>("limit custom-objects 10")->except_managed);
}

TEST(restriction, excepts_with_a_reason) {
  const in_restriction<except> read("except read, update on Case, Contact for key-dealers from 2027-01-15 "
                                    "until 2027-07-14 because \"migration\"");
  EXPECT_EQ(shown(read->operations), "read update");
  EXPECT_EQ(shown(read->objects), "Case Contact");
  EXPECT_EQ(read->subject.value().value, "key-dealers");
  EXPECT_EQ(shown(read->from.value()), "2027-01-15");
  EXPECT_EQ(shown(read->until.value()), "2027-07-14");
  EXPECT_EQ(read->because.value().value, "migration");
  const in_restriction<except> bare("except read on Case because \"b\"");
  EXPECT_FALSE(bare->subject.has_value() || bare->from.has_value() || bare->until.has_value());
}

TEST(restriction, is_open_ended) {
  const in_restriction<open_ended> read("open ended");
  EXPECT_EQ(read.at(read->at), "open ended");
}

} // namespace
} // namespace proviso::syntax
