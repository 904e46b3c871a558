// Whom metadata lets at what a contract forbids: licenses, scopes, exceptions and names.
#include "base/text.hpp"
#include "checking/facts/exposure.hpp"
#include "checking/facts/forbidden.hpp"
#include "checking/facts/grouping.hpp"
#include "checking/facts/membership.hpp"
#include "checking/world.hpp"
#include "metadata/read.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::checking::testing {
namespace {

constexpr std::string_view licenses = R"(
license basic "Basic" { names "Basic" as members, "Basic Login" as logins; keys "PID_Basic" as members }
license plus "Plus" { names "Plus" as members }
license maybe "Maybe" { names "Maybe" as members }
license guest "Guest" { names "Guest" as guests }
object Lead { related LeadHistory }
object Case { }
object Solution { }
objects crm "CRM" { Lead, Case }
objects stock-portal-objects "Stock" { Case, Solution }
licenses external "External" { basic, plus }
licenses disputed-external "Disputed" { maybe }
licenses guests "Guests" { guest }
texts internal-licenses "Internal" { "Salesforce" }
texts stock-portal-profiles "Stock" { "Basic User" }
texts copy-words "Copies" { "Copy" }
)";

struct scene {
  world all;
  metadata::org found;

  scene(const std::string& clauses, std::vector<metadata::text_file> files, const std::string& more = {}) {
    all.add("catalogue.proviso", std::string(licenses));
    all.add("bound.proviso", fmt::format(R"(contract bound "Bound" {{
  term 2027-01-01 to 2027-12-31
  currency USD
  sku basics "Basics" {{ license basic; sold as members; quantity 10; price 5.00 per member per month }}
  {}
  restriction no-crm "No CRM" {{ {} }}
}}
)",
                                         more, clauses));
    all.resolve();
    EXPECT_EQ(all.rendered(), "");
    std::vector<base::stated<metadata::text_file>> stated;
    for (auto& file : files)
      stated.push_back({std::move(file), {}});
    found = metadata::read_texts(stated, all.sources, all.diagnostics);
    EXPECT_EQ(all.rendered(), "");
  }

  // "granted Dealer: read Lead; …" with "?" before what is not certain, and who holds it.
  [[nodiscard]] std::string exposed(std::string_view today = "2027-06-01",
                                    const org::directory* exports = nullptr) const {
    constexpr std::string_view kinds[] = {"granted", "grouped",  "grantable", "guest", "related",
                                          "copy",    "unlisted", "limit",     "beyond"};
    std::string text;
    const auto day = base::parse_day(today).value();
    const auto groups = group_holders(found, standings(*all.contract->known));
    holdings who(found, exports, day);
    for (const auto& one : exposures(*all.contract, found, groups, day, &who))
      text +=
          fmt::format("{}{} {}{}: {} {}{}\n", one.doubt.empty() ? "" : "?",
                      kinds[static_cast<std::size_t>(one.of)], one.holder->name, told_of(one.held),
                      to_string(one.operations), one.objects, one.through.empty() ? "" : " by " + one.through);
    return text;
  }
};

metadata::text_file profile(const std::string& name, const std::string& license, const std::string& rest) {
  const auto stated = license.empty() ? "" : fmt::format("<userLicense>{}</userLicense>", license);
  return {fmt::format("profiles/{}.profile", name), fmt::format("<Profile>{}{}</Profile>", stated, rest)};
}

std::string reads(const std::string& object) {
  return fmt::format("<objectPermissions><allowRead>true</allowRead><object>{}</object></objectPermissions>",
                     object);
}

constexpr auto no_crm = "for external; prohibit create, read, update, delete on crm";

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

// ---- who holds it

metadata::text_file set(const std::string& name, const std::string& rest) {
  return {fmt::format("permissionsets/{}.permissionset", name), "<PermissionSet>" + rest + "</PermissionSet>"};
}

// Users a to d: of basic, of plus, of a license nobody knows, and of the company.
struct staff {
  org::directory org;

  explicit staff(const scene& in) {
    const auto& known = in.all.contract->known->licenses;
    using is = org::license::kind;
    org.licenses = {{"Basic", is::external, &known.at("basic"), model::sale::members},
                    {"Plus", is::external, &known.at("plus"), model::sale::members},
                    {"Robots", is::unknown, nullptr, model::sale::members},
                    {"Salesforce", is::internal, nullptr, model::sale::members}};
    org.profiles = {"A", "B"};
    for (std::uint32_t i = 0; i < 4; ++i)
      org.users.push_back({{}, std::string(1, static_cast<char>('a' + i)), i, i % 2, base::truth::yes, false});
    org.has_users = org.permissions.told = true;
  }

  void assign(const std::string& name, const std::string& users, bool group = false) {
    auto& held = (group ? org.permissions.groups : org.permissions.sets)[base::lower(name)];
    held.name = name;
    for (const char user : users) {
      held.by.push_back({static_cast<std::uint32_t>(org.permissions.assignees.size())});
      org.permissions.assignees.emplace_back(1, user);
    }
  }

  const org::directory* ready() {
    org.index();
    return &org;
  }
};

TEST(exposures, tell_how_many_hold_a_profile) {
  const scene all(no_crm, {profile("a", "Basic", reads("Lead")), profile("Nobody", "Basic", reads("Lead"))});
  staff who(all);
  who.org.users[2].active = base::truth::no;
  EXPECT_EQ(all.exposed("2027-06-01", who.ready()), "granted a, which 1 user holds,: read Lead\n"
                                                    "granted Nobody, which no user holds,: read Lead\n");
}

TEST(exposures, by_a_set_that_somebody_in_scope_holds_are_certain) {
  const scene all("for basic; prohibit read on Lead",
                  {set("Bound", reads("Lead")), set("Others", reads("Lead")), set("Unsure", reads("Lead")),
                   set("Free", reads("Lead"))});
  staff who(all);
  who.assign("bound", "ab");
  who.assign("Others", "bd");
  who.assign("Unsure", "cz");
  EXPECT_EQ(all.exposed("2027-06-01", who.ready()),
            "granted Bound, which 1 user in scope holds,: read Lead\n"
            "grantable Others, which no user in scope holds,: read Lead\n"
            "grantable Unsure, which 2 users who may be in scope hold,: read Lead\n"
            "grantable Free, which no user in scope holds,: read Lead\n");
}

TEST(exposures, by_a_set_are_not_certain_of_whom_an_exception_covers) {
  const scene all(std::string(no_crm) + "; except read on Lead for basic because \"x\"",
                  {set("S", reads("Lead"))});
  staff excepted(all);
  excepted.assign("S", "a");
  EXPECT_EQ(all.exposed("2027-06-01", excepted.ready()),
            "grantable S, which no user in scope holds,: read Lead\n");
  staff others(all);
  others.assign("S", "ab");
  EXPECT_EQ(all.exposed("2027-06-01", others.ready()), "granted S, which 1 user in scope holds,: read Lead\n");
}

TEST(exposures, by_groups_are_what_their_muting_leaves) {
  const scene all(no_crm, {set("S", reads("Lead") + reads("Case")),
                           {"permissionsetgroups/G.permissionsetgroup",
                            "<PermissionSetGroup><permissionSets>S</permissionSets>"
                            "<mutingPermissionSets>M</mutingPermissionSets></PermissionSetGroup>"},
                           {"mutingpermissionsets/M.mutingpermissionset",
                            "<MutingPermissionSet>" + reads("Case") + "</MutingPermissionSet>"}});
  staff who(all);
  who.assign("G", "ab", true);
  EXPECT_EQ(all.exposed("2027-06-01", who.ready()), "granted S, which 2 users in scope hold,: read Lead\n"
                                                    "grantable S, which no user in scope holds,: read Case\n");
  who.org.permissions.unnamed = 1; // some assignment may be of it
  EXPECT_EQ(all.exposed("2027-06-01", who.ready()), "granted S, which 2 users in scope hold,: read Lead\n"
                                                    "grantable S: read Case\n");
}

TEST(exposures, by_groups_are_told_by_operation) {
  const std::string both = "<objectPermissions><allowCreate>true</allowCreate><allowRead>true</allowRead>"
                           "<object>Lead</object></objectPermissions>";
  const scene all(no_crm, {set("S", both),
                           {"permissionsetgroups/G.permissionsetgroup",
                            "<PermissionSetGroup><permissionSets>S</permissionSets>"
                            "<mutingPermissionSets>M</mutingPermissionSets></PermissionSetGroup>"},
                           {"mutingpermissionsets/M.mutingpermissionset",
                            "<MutingPermissionSet><objectPermissions><allowCreate>true</allowCreate>"
                            "<object>Lead</object></objectPermissions></MutingPermissionSet>"}});
  staff by_group(all);
  by_group.assign("G", "a", true);
  EXPECT_EQ(all.exposed("2027-06-01", by_group.ready()),
            "grantable S, which no user in scope holds,: create Lead\n"
            "granted S, which 1 user in scope holds,: read Lead\n");
  staff by_both(all);
  by_both.assign("G", "a", true);
  by_both.assign("S", "b");
  EXPECT_EQ(all.exposed("2027-06-01", by_both.ready()), "granted S, which 1 user in scope holds,: create Lead\n"
                                                        "granted S, which 2 users in scope hold,: read Lead\n");
  staff same(all); // one of the group, who has the set besides
  same.assign("G", "a", true);
  same.assign("S", "a");
  EXPECT_EQ(all.exposed("2027-06-01", same.ready()),
            "granted S, which 1 user in scope holds,: create and read Lead\n");
}

TEST(exposures, by_assignments_that_have_ended_are_none) {
  const scene all(no_crm, {set("S", reads("Lead"))});
  staff who(all);
  who.assign("S", "a");
  who.org.permissions.sets.at("s").by[0].until = base::parse_day("2027-05-31").value();
  EXPECT_EQ(all.exposed("2027-05-31", who.ready()), "granted S, which 1 user in scope holds,: read Lead\n");
  EXPECT_EQ(all.exposed("2027-06-01", who.ready()), "grantable S, which no user in scope holds,: read Lead\n");
}

TEST(holdings, ask_for_profiles_that_no_file_describes) {
  const scene all(no_crm, {profile("b", "Plus", reads("Lead"))});
  staff who(all); // a and c are of A, b and d of B
  who.org.users.push_back({{}, "e", 0, 0, base::truth::no, false});
  const holdings held(all.found, who.ready(), base::parse_day("2027-06-01").value());
  std::string text;
  for (const auto& gap : held.gaps(*all.all.contract))
    text += gap.subject + ": " + gap.missing + "\n";
  EXPECT_EQ(text,
            "A: what the profile 'A' grants, which 2 users who may be in scope hold: no file describes it; "
            "retrieve it\n");
  who.org.users[2].active = base::truth::no;
  const holdings active(all.found, who.ready(), base::parse_day("2027-06-01").value());
  ASSERT_EQ(active.gaps(*all.all.contract).size(), 1u);
  EXPECT_EQ(active.gaps(*all.all.contract)[0].missing,
            "what the profile 'A' grants, which 1 user in scope holds: no file describes it; retrieve it");
}

TEST(holdings, ask_for_what_is_assigned_and_no_file_describes) {
  const scene all(no_crm, {set("S", reads("Lead"))});
  staff who(all);
  who.assign("S", "a");
  who.assign("Foreign", "ab");
  who.assign("Team", "c", true);
  who.assign("Inside", "d");
  who.org.permissions.unnamed = 2;
  const holdings held(all.found, who.ready(), base::parse_day("2027-06-01").value());
  std::string text;
  for (const auto& gap : held.gaps(*all.all.contract))
    text += gap.subject + ": " + gap.missing + "\n";
  EXPECT_EQ(text,
            "an export of PermissionSetAssignment: what 2 assignments of permission sets assign: query "
            "PermissionSet.Name and PermissionSetGroup.DeveloperName as well as their ids\n"
            "Foreign: what the permission set or group 'Foreign' grants, which 2 users in scope hold: no file "
            "describes it; retrieve it\n"
            "Team: what the permission set or group 'Team' grants, which 1 user who may be in scope holds: no "
            "file describes it; retrieve it\n");
}

} // namespace
} // namespace proviso::checking::testing
