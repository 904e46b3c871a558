// Whom metadata lets at what a contract forbids: licenses, scopes, exceptions and names.
#include "checking/facts/membership.hpp"
#include "checking/scene.hpp"

namespace proviso::checking::testing {
namespace {

TEST(exposures, go_by_the_license_of_the_holder) {
  const scene all(no_crm,
                  {profile("A", "basic login", reads("lead")),
                   profile("B", "PID_BASIC", reads("Case")),
                   profile("C", "Salesforce", reads("Lead")),
                   profile("D", "Guest", reads("Lead")),
                   profile("E", "Maybe", reads("Lead")),
                   profile("F", "Robots", reads("Lead")),
                   profile("G", "", reads("Lead")),
                   {"permissionsets/H.permissionset", "<PermissionSet>" + reads("Lead") + "</PermissionSet>"}});
  EXPECT_EQ(all.exposed(), "granted A: read Lead\n"
                           "granted B: read Case\n"
                           "guest D: read Lead\n"
                           "?granted E: read Lead\n"
                           "?granted F: read Lead\n"
                           "?granted G: read Lead\n"
                           "grantable H: read Lead\n");
}

TEST(exposures, bind_the_licenses_that_are_sold_where_nothing_is_named) {
  const scene all("prohibit read on Lead",
                  {profile("A", "Basic", reads("Lead")), profile("B", "Plus", reads("Lead"))});
  EXPECT_EQ(all.exposed(), "granted A: read Lead\n");
}

TEST(exposures, of_a_sku_are_those_of_its_license) {
  constexpr auto clauses = "for basics; prohibit read on Lead";
  const scene one(clauses, {profile("A", "Basic", reads("Lead")), profile("B", "Plus", reads("Lead"))});
  EXPECT_EQ(one.exposed(), "granted A: read Lead\n");
  const scene two(
      clauses, {profile("A", "Basic", reads("Lead"))},
      "sku others \"Others\" { license basic; sold as members; quantity 1; price 5.00 per member per month }");
  EXPECT_EQ(two.exposed(), "?granted A: read Lead\n");
}

TEST(exposures, leave_out_what_exceptions_permit_on_the_day) {
  const scene all(std::string(no_crm) +
                      "; except read on Lead for basic from 2027-03-01 until 2027-03-31 because \"x\"",
                  {profile("A", "Basic", reads("Lead")), profile("B", "Plus", reads("Lead"))});
  EXPECT_EQ(all.exposed("2027-03-31"), "granted B: read Lead\n");
  EXPECT_EQ(all.exposed("2027-04-01"), "granted A: read Lead\ngranted B: read Lead\n");
}

TEST(exposures, outside_of_the_term_are_those_of_its_nearest_day) {
  const scene all(no_crm, {profile("A", "Basic", reads("Lead"))});
  EXPECT_EQ(all.exposed("2020-01-01"), "granted A: read Lead\n");
  EXPECT_EQ(all.exposed("2040-01-01"), "granted A: read Lead\n");
}

TEST(exposures, by_permissions_that_reach_all_objects) {
  const std::string all_data =
      "<userPermissions><enabled>true</enabled><name>modifyalldata</name></userPermissions>";
  const scene all(std::string(no_crm) + "; except read on Lead because \"x\"",
                  {profile("A", "Basic", all_data)});
  EXPECT_EQ(all.exposed(), "granted A: create, read, update, delete Lead and Case by Modify All Data\n");
}

TEST(exposures, of_children_and_copies) {
  const scene all(no_crm, {profile("A", "Basic",
                                   reads("LeadHistory") + reads("x__Lead_Copy__c") + reads("Lead_Score__c"))});
  EXPECT_EQ(all.exposed(), "related A: read LeadHistory\ncopy A: read x__Lead_Copy__c\n");
}

TEST(exposures, of_an_open_end_are_one) {
  const scene all(std::string(no_crm) + "; open ended",
                  {profile("A", "Basic", reads("Order") + reads("Lead")),
                   profile("B", "Plus", reads("order") + reads("Account"))});
  EXPECT_EQ(all.exposed(), "granted A: read Lead\n?unlisted A:  Account and Order\n");
}

TEST(exposures, count_custom_objects) {
  const auto own = reads("A__c") + reads("B__c") + reads("x__C__c");
  EXPECT_EQ(scene("for external; limit custom-objects 2", {profile("A", "Basic", own)}).exposed(),
            "limit A:  \n");
  EXPECT_EQ(
      scene("for external; limit custom-objects 2, except managed", {profile("A", "Basic", own)}).exposed(),
      "");
  const std::string all_data =
      "<userPermissions><enabled>true</enabled><name>ViewAllData</name></userPermissions>";
  EXPECT_EQ(scene("for external; limit custom-objects 2", {profile("A", "Basic", all_data)}).exposed(),
            "?limit A:  \n");
  EXPECT_EQ(scene("for external; limit custom-objects 2",
                  {profile("A", "Basic", all_data), profile("B", "Salesforce", own)})
                .exposed(),
            "limit A:  \n");
}

TEST(exposures, are_spelled_as_the_contract_does) {
  EXPECT_EQ(scene("for external; prohibit read on Lead, Fund__c",
                  {profile("A", "Basic", reads("LEAD") + reads("FUND__C"))})
                .exposed(),
            "granted A: read Lead\ngranted A: read Fund__c\n");
}

TEST(copies, are_told_by_whole_words) {
  const std::vector<std::string> words{"copy", "my"};
  for (const auto* name : {"Lead__c", "Leads__c", "acme__Lead__c", "Lead_Copy__c", "MyLead__c", "Lead2__c"})
    EXPECT_EQ(is_named_as(name, "Lead", words), std::string_view(name) != "Lead2__c") << name;
  for (const auto* name : {"Leader__c", "Lead_Score__c", "Mislead__c", "Copy__c", "Lead_Lead__c"})
    EXPECT_FALSE(is_named_as(name, "Lead", words)) << name;
  EXPECT_TRUE(is_named_as("Opportunities__c", "Opportunity", words));
  EXPECT_FALSE(is_named_as("CaseComment__c", "Case", words));
}

TEST(memberships, tell_stock_and_internal_profiles) {
  const scene all(no_crm, {profile("Sales", "Salesforce", ""),
                           {"networks/N.network", "<Network><networkMemberGroups><profile>basic "
                                                  "user</profile><profile>sales</profile></networkMemberGroups>"
                                                  "<selfRegProfile>Basic User</selfRegProfile></Network>"}});
  std::string text;
  for (const auto& one : memberships(*all.all.contract, all.found))
    text += fmt::format("{} {} {} {} {};", one.name->value, static_cast<int>(one.of), one.internal, one.stock,
                        fmt::join(one.forbidden, ","));
  EXPECT_EQ(text, "basic user 0 false true Case;sales 0 true false ;Basic User 2 false true Case;");
}

} // namespace
} // namespace proviso::checking::testing
