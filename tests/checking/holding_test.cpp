// Who really holds what metadata grants, as exports tell.
#include "checking/facts/holding.hpp"
#include "checking/facts/indirect.hpp"
#include "checking/scene.hpp"

namespace proviso::checking::testing {
namespace {

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
            "granted S, which 1 user in scope holds,: create, read Lead\n");
}

TEST(ways, by_groups_are_held_where_their_own_access_is_left) {
  const auto access = [](const std::string& name) {
    return "<classAccesses><apexClass>" + name + "</apexClass><enabled>true</enabled></classAccesses>";
  };
  const auto code = [](const std::string& name, const std::string& object) -> metadata::text_file {
    return {"classes/" + name + ".cls", "public class " + name +
                                            " { @AuraEnabled public static void go() { insert new " + object +
                                            "(); } }"};
  };
  const scene all(no_crm, {set("S", access("A") + access("B")),
                           {"permissionsetgroups/G.permissionsetgroup",
                            "<PermissionSetGroup><permissionSets>S</permissionSets>"
                            "<mutingPermissionSets>M</mutingPermissionSets></PermissionSetGroup>"},
                           {"mutingpermissionsets/M.mutingpermissionset",
                            "<MutingPermissionSet>" + access("B") + "</MutingPermissionSet>"},
                           code("A", "Lead"),
                           code("B", "Case")});
  staff who(all);
  who.assign("G", "a", true);
  const auto day = base::parse_day("2027-06-01").value();
  holdings held(all.found, who.ready(), day);
  std::string text;
  for (const auto& one : indirects(*all.all.contract, all.found, {}, day, &held))
    text += fmt::format("{}{}: {}\n", one.of == exposure::kind::granted ? "granted" : "grantable",
                        told_of(one.held), one.path);
  EXPECT_EQ(
      text,
      "granted, which 1 user in scope holds,: permission set S → class A:1 insert Lead (system mode)\n"
      "grantable, which no user in scope holds,: permission set S → class B:1 insert Case (system mode)\n");
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
  const scene all(no_crm, {set("S", reads("Lead")), profile("A", "Basic", ""), profile("B", "Plus", "")});
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
