// What groups leave of their sets after muting.
#include "metadata/effective.hpp"

#include "metadata/reading.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::metadata::testing {
namespace {

// What the group G reaches with the set A of this content, muted by M of that.
std::string reached_by(const std::string& set, const std::string& muting, const std::string& groups = "") {
  const auto all = read({permission_set_of("A", set),
                         {"mutingpermissionsets/M.mutingpermissionset",
                          fmt::format("<MutingPermissionSet>{}</MutingPermissionSet>", muting)},
                         {"permissionsetgroups/G.permissionsetgroup",
                          groups.empty() ? "<PermissionSetGroup><permissionSets>a</permissionSets>"
                                           "<mutingPermissionSets>m</mutingPermissionSets></PermissionSetGroup>"
                                         : groups}});
  EXPECT_EQ(all.faults_text(), "");
  std::string text;
  const auto given =
      given_by(all.found.groups.at(0), holder_index(all.found), [](const holder&) { return true; });
  for (const auto& one : given.grants)
    text += fmt::format("{} {};", to_string(one.operations()), all.found.objects[one.object]);
  for (const auto& one : given.sweeping)
    text += fmt::format("{} {};", to_string(one.permission->grants), one.permission->title);
  for (const auto* names : {&given.classes, &given.flows, &given.pages})
    for (const auto& one : *names)
      text += one.value + ';';
  return text + (given.all_flows ? "all flows;" : "");
}

std::string permission(const std::string& name) {
  return fmt::format("<userPermissions><enabled>true</enabled><name>{}</name></userPermissions>", name);
}

TEST(groups, are_the_union_of_their_sets) {
  EXPECT_EQ(reached_by(object_permissions_of("Case", {"allowRead", "allowCreate"}), ""), "create, read Case;");
}

TEST(groups, lose_what_is_true_in_a_muting_set) {
  const auto set = object_permissions_of("Case", {"allowRead", "allowCreate", "allowDelete"});
  EXPECT_EQ(reached_by(set, object_permissions_of("Case", {"allowDelete"})), "create, read Case;");
  EXPECT_EQ(
      reached_by(
          set, "<objectPermissions><allowDelete>false</allowDelete><object>Case</object></objectPermissions>"),
      "create, read, delete Case;");
  EXPECT_EQ(reached_by(set, object_permissions_of("Lead", {"allowDelete"})), "create, read, delete Case;");
}

TEST(groups, lose_everything_with_read) {
  EXPECT_EQ(reached_by(object_permissions_of("Case", {"allowRead", "modifyAllRecords"}),
                       object_permissions_of("case", {"allowRead"})),
            "");
}

TEST(groups, keep_single_operations_without_modify_all) {
  const auto set = object_permissions_of("Case", {"allowRead", "allowEdit", "modifyAllRecords"});
  EXPECT_EQ(reached_by(set, object_permissions_of("Case", {"modifyAllRecords"})), "read, update Case;");
  EXPECT_EQ(reached_by(set, object_permissions_of("Case", {"allowEdit"})), "read Case;");
}

TEST(groups, lose_what_includes_a_muted_permission) {
  EXPECT_EQ(reached_by(permission("ModifyAllData"), permission("ViewAllData")), "");
  EXPECT_EQ(reached_by(permission("ViewAllData"), permission("ModifyAllData")), "read View All Data;");
}

TEST(groups, lose_a_permission_on_one_object_by_itself_alone) {
  EXPECT_EQ(reached_by(permission("EditTask"), permission("EditTask")), "");
  EXPECT_EQ(reached_by(permission("EditTask"), permission("EditEvent")), "create, update, delete Edit Tasks;");
  EXPECT_EQ(reached_by(permission("EditTask"), permission("ModifyAllData")),
            "create, update, delete Edit Tasks;");
}

TEST(groups, are_muted_by_their_own_sets_alone) {
  EXPECT_EQ(reached_by(object_permissions_of("Case", {"allowRead"}),
                       object_permissions_of("Case", {"allowRead"}),
                       "<PermissionSetGroup><permissionSets>A</permissionSets></PermissionSetGroup>"),
            "read Case;");
}

std::string access(const std::string& kind, const std::string& element, const std::string& name) {
  return fmt::format("<{0}><{1}>{2}</{1}><enabled>true</enabled></{0}>", kind, element, name);
}

TEST(groups, lose_what_a_muting_set_forbids_to_run) {
  const auto code = access("classAccesses", "apexClass", "A") + access("classAccesses", "apexClass", "B");
  EXPECT_EQ(reached_by(code, access("classAccesses", "apexClass", "b")), "A;");
  const auto screens = access("flowAccesses", "flow", "F") + access("pageAccesses", "apexPage", "P");
  EXPECT_EQ(reached_by(screens, access("pageAccesses", "apexPage", "P")), "F;");
  EXPECT_EQ(reached_by(screens, access("flowAccesses", "flow", "F")), "P;");
  EXPECT_EQ(reached_by(permission("RunFlow"), ""), "all flows;");
  EXPECT_EQ(reached_by(permission("RunFlow"), permission("RunFlow")), "");
}

TEST(groups, are_of_the_sets_that_count) {
  const auto all = read({permission_set_of("A", object_permissions_of("Case", {"allowRead"})),
                         permission_set_of("B", object_permissions_of("Lead", {"allowRead"})),
                         {"permissionsetgroups/G.permissionsetgroup",
                          "<PermissionSetGroup><permissionSets>A</permissionSets>"
                          "<permissionSets>B</permissionSets><permissionSets>C</permissionSets>"
                          "</PermissionSetGroup>"}});
  const auto given = given_by(all.found.groups.at(0), holder_index(all.found),
                              [](const holder& set) { return set.name == "B"; });
  EXPECT_EQ(fmt::format("{} {}", to_string(given.is), given.name), "permission set group G");
  ASSERT_EQ(given.grants.size(), 1u);
  EXPECT_EQ(all.found.objects[given.grants[0].object], "Lead");
}

} // namespace
} // namespace proviso::metadata::testing
