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
  for (const auto& one : reach(all.found.groups.at(0), holder_index(all.found)))
    text += fmt::format("{} {};", to_string(one.operations),
                        one.grant != nullptr ? std::string_view(all.found.objects[one.grant->object])
                                             : one.sweeping->title);
  return text;
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

TEST(groups, are_muted_by_their_own_sets_alone) {
  EXPECT_EQ(reached_by(object_permissions_of("Case", {"allowRead"}),
                       object_permissions_of("Case", {"allowRead"}),
                       "<PermissionSetGroup><permissionSets>A</permissionSets></PermissionSetGroup>"),
            "read Case;");
}

TEST(members, without_a_file_are_told_once) {
  const auto all = read(
      {{"networks/N.network", "<Network><networkMemberGroups><profile>Dealer</profile><profile>dealer</profile>"
                              "</networkMemberGroups></Network>"},
       {"permissionsetgroups/G.permissionsetgroup",
        "<PermissionSetGroup><permissionSets>A</permissionSets></PermissionSetGroup>"}});
  std::string text;
  for (const auto& gap : missing_members(all.found, holder_index(all.found)))
    text += gap.missing + '\n';
  EXPECT_EQ(
      text,
      "the permission set 'A' has no file, what it grants is unknown: retrieve it together with the group 'G'\n"
      "the profile 'Dealer' has no file, what its members may do is unknown: retrieve it together with the "
      "site 'N'\n");
}

} // namespace
} // namespace proviso::metadata::testing
