// What is read of single files, and how a file that is wrong is told.
#include "metadata/reading.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::metadata::testing {
namespace {

std::string faults_of(const std::string& path, const std::string& content) {
  return read({{path, content}}).faults_text();
}

TEST(parts, of_a_profile) {
  const auto all = read({{"profiles/Dealer %26 Co.profile-meta.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <fieldPermissions><editable>true</editable><field>Lead.Name</field></fieldPermissions>
    <objectPermissions>
        <allowCreate>true</allowCreate>
        <allowRead>true</allowRead>
        <allowEdit>false</allowEdit>
        <object>Case</object>
    </objectPermissions>
    <tabVisibilities><tab>standard-Lead</tab><visibility>DefaultOn</visibility></tabVisibilities>
    <objectPermissions><object>lead</object><modifyAllRecords>true</modifyAllRecords></objectPermissions>
    <objectPermissions><allowRead>false</allowRead><object>Solution</object></objectPermissions>
    <userPermissions><enabled>true</enabled><name>ViewAllData</name></userPermissions>
    <userPermissions><enabled>false</enabled><name>ModifyAllData</name></userPermissions>
    <userLicense>Customer Community Login</userLicense>
</Profile>
)"}});
  EXPECT_EQ(all.faults_text(), "");
  EXPECT_EQ(all.holders_text(), R"(profile Dealer & Co (Customer Community Login)
  profiles/Dealer %26 Co.profile-meta.xml:4:5: create, read Case
  profiles/Dealer %26 Co.profile-meta.xml:11:5: read, update, delete lead
  profiles/Dealer %26 Co.profile-meta.xml:13:5: View All Data
)");
}

TEST(parts, with_prefixes_and_white_space) {
  const auto all =
      read({{"profiles/P.profile", "<m:Profile xmlns:m='http://soap.sforce.com/2006/04/metadata'>"
                                   "<m:objectPermissions><m:allowRead> true </m:allowRead>"
                                   "<m:object> Case </m:object></m:objectPermissions></m:Profile>"}});
  EXPECT_EQ(all.holders_text(), "profile P (no license)\n  profiles/P.profile:1:62: read Case\n");
}

TEST(parts, of_a_decomposed_permission_set) {
  const auto all =
      read({{"permissionsets/Desk/objectSettings/Case.objectSettings-meta.xml",
             "<PermissionSet>\n" + object_permissions_of("Case", {"allowRead"}) + "</PermissionSet>"},
            {"permissionsets/Desk/Desk.permissionset-meta.xml",
             "<PermissionSet><license>Customer Community</license></PermissionSet>"}});
  EXPECT_EQ(all.holders_text(),
            "permission set Desk (Customer Community)\n"
            "  permissionsets/Desk/objectSettings/Case.objectSettings-meta.xml:2:1: read Case\n");
}

TEST(parts, of_a_permission_set_with_a_file_each) {
  const auto part = [](const std::string& file, const std::string& root, const std::string& content) {
    return text_file{"permissionsets/Desk/" + file + "-meta.xml",
                     "<" + root + " xmlns=\"http://soap.sforce.com/2006/04/metadata\">\n" + content + "</" +
                         root + ">"};
  };
  const auto all = read(
      {part("objectPermissions/Case.objectPermission", "ObjectPermission",
            "<allowRead>true</allowRead><object>Case</object>"),
       part("userPermissions/ViewAllData.userPermission", "UserPermission",
            "<enabled>true</enabled><name>ViewAllData</name>"),
       part("classAccesses/A.classAccess", "ClassAccess", "<apexClass>A</apexClass><enabled>true</enabled>"),
       part("flowAccesses/F.flowAccess", "FlowAccess", "<enabled>true</enabled><flow>F</flow>"),
       part("V.pageAccess", "PageAccess", "<apexPage>V</apexPage><enabled>true</enabled>"),
       {"permissionsets/Desk/Desk.permissionset-meta.xml",
        "<PermissionSet><license>Customer Community</license></PermissionSet>"}});
  EXPECT_EQ(all.faults_text(), "");
  EXPECT_EQ(all.holders_text(),
            "permission set Desk (Customer Community)\n"
            "  permissionsets/Desk/objectPermissions/Case.objectPermission-meta.xml:1:1: read Case\n"
            "  permissionsets/Desk/userPermissions/ViewAllData.userPermission-meta.xml:1:1: View All Data\n");
  ASSERT_EQ(all.found.holders.size(), 1u);
  const auto& set = all.found.holders.front();
  EXPECT_EQ(set.classes.at(0).value + set.flows.at(0).value + set.pages.at(0).value, "AFV");
  EXPECT_EQ(set.files.all().size(), 6u);
}

TEST(parts, of_a_permission_set_say_what_they_are) {
  EXPECT_EQ(
      faults_of("permissionsets/Desk/objectPermissions/Case.objectPermission-meta.xml", "<ClassAccess/>"),
      "permissionsets/Desk/objectPermissions/Case.objectPermission-meta.xml:1:1: expected "
      "<ObjectPermission>, found <ClassAccess> | the file's name says what it is: rename it, or retrieve it "
      "again\n");
}

TEST(parts, of_one_profile_in_several_packages_are_one) {
  const auto grants = [](const std::string& object) { return object_permissions_of(object, {"allowRead"}); };
  const auto all =
      read({{"a/profiles/D.profile", "<Profile>" + grants("Case") + "</Profile>"},
            {"b/profiles/Other.profile", "<Profile/>"},
            {"b/profiles/d.profile",
             "<Profile>" + grants("Lead") + "<userLicense>Customer Community</userLicense></Profile>"},
            {"c/profiles/D.profile", "<Profile><userLicense>customer community</userLicense></Profile>"}});
  EXPECT_EQ(all.holders_text(), "profile D (Customer Community)\n"
                                "  a/profiles/D.profile:1:10: read Case\n"
                                "  b/profiles/d.profile:1:10: read Lead\n"
                                "profile Other (no license)\n");
  EXPECT_EQ(all.found.holders.front().files.all().size(), 3u);
}

TEST(parts, of_profiles_of_two_licenses_stay_apart) {
  const auto all =
      read({{"a/profiles/D.profile", "<Profile><userLicense>Customer Community</userLicense></Profile>"},
            {"b/profiles/D.profile", "<Profile><userLicense>Salesforce</userLicense></Profile>"},
            {"c/profiles/D.profile", "<Profile/>"}});
  EXPECT_EQ(all.holders_text(),
            "profile D (Customer Community)\nprofile D (Salesforce)\nprofile D (no license)\n");
}

TEST(parts, of_two_formats_are_two_holders) {
  const auto all =
      read({permission_set_of("Desk", ""), {"src/permissionsets/Desk.permissionset", "<PermissionSet/>"}});
  EXPECT_EQ(all.found.holders.size(), 2u);
}

TEST(parts, of_a_set_without_its_main_file_are_told) {
  const auto all =
      read({{"permissionsets/Desk/objectSettings/Case.objectSettings-meta.xml", "<PermissionSet/>"}});
  ASSERT_EQ(all.found.gaps.size(), 1u);
  EXPECT_EQ(all.found.gaps[0].missing,
            "which license the permission set 'Desk' is for: of its files the main one "
            "is not there; retrieve it");
}

TEST(parts, of_sites_groups_and_sharing_sets) {
  const auto all = read(
      {{"networks/Dealers.network",
        "<Network><networkMemberGroups><profile>dealer</profile><permissionSet>Desk"
        "</permissionSet></networkMemberGroups><selfRegProfile>Guest dealer</selfRegProfile></Network>"},
       {"permissionsetgroups/G.permissionsetgroup",
        "<PermissionSetGroup><permissionSets>A</permissionSets>"
        "<mutingPermissionSets>M</mutingPermissionSets></PermissionSetGroup>"},
       {"sharingSets/S.sharingSet", "<SharingSet><profiles>dealer</profiles><accessMappings><accessLevel>Edit</"
                                    "accessLevel><object>Case</object>"
                                    "</accessMappings></SharingSet>"}});
  EXPECT_EQ(all.faults_text(), "");
  EXPECT_EQ(all.found.networks.at(0).profiles.at(0).value, "dealer");
  EXPECT_EQ(all.found.networks.at(0).sets.at(0).value, "Desk");
  EXPECT_EQ(all.found.networks.at(0).self_registration.value().value, "Guest dealer");
  EXPECT_EQ(all.found.groups.at(0).sets.at(0).value, "A");
  EXPECT_EQ(all.found.groups.at(0).mutings.at(0).value, "M");
  EXPECT_EQ(all.found.sharing_sets.at(0).objects.at(0).object, "Case");
  EXPECT_EQ(all.found.sharing_sets.at(0).objects.at(0).level, "Edit");
}

TEST(parts, that_are_wrong_are_told) {
  EXPECT_EQ(faults_of("profiles/P.profile", "<Profile>\n<a></b></Profile>"),
            "profiles/P.profile:2:4: expected </a>\n");
  EXPECT_EQ(faults_of("profiles/P.profile", "<PermissionSet/>"),
            "profiles/P.profile:1:1: expected <Profile>, found <PermissionSet> | the file's name says what it "
            "is: rename it, or "
            "retrieve it again\n");
  EXPECT_EQ(faults_of("profiles/P.profile", std::string("\xFF\xFE<\0P\0", 6)),
            "profiles/P.profile:1:1: the file is UTF-16, expected UTF-8 | save it as UTF-8\n");
  EXPECT_EQ(
      faults_of("profiles/P.profile", "<Profile>\xC3\x28</Profile>"),
      "profiles/P.profile:1:10: this is no character of XML in UTF-8 | save the file as UTF-8 without control "
      "characters\n");
  EXPECT_EQ(faults_of("profiles/P.profile", "<Profile><userLicense>Customer"),
            "profiles/P.profile:1:31: the file ends inside <userLicense> | it seems to be cut off: retrieve it "
            "again\n");
  EXPECT_EQ(faults_of("profiles/P.profile",
                      "<Profile><objectPermissions><allowRead>yes</allowRead><object>Case</object>"
                      "</objectPermissions></Profile>"),
            "profiles/P.profile:1:29: <allowRead> is 'yes', expected true or false\n");
  EXPECT_EQ(faults_of("profiles/P.profile",
                      "<Profile><objectPermissions><allowRead>true</allowRead></objectPermissions></Profile>"),
            "profiles/P.profile:1:10: these object permissions name no object | add <object>\n");
  for (const auto* word : {"revokeCreate", "revokeRead", "revokeEdit", "revokeDelete"})
    EXPECT_EQ(
        faults_of("profiles/P.profile",
                  fmt::format("<Profile><objectPermissions><{0}>false</{0}><object>Case</object>"
                              "</objectPermissions></Profile>",
                              word)),
        fmt::format("profiles/P.profile:1:29: <{}> is of an old version of the API, where it takes away what "
                    "is granted otherwise | retrieve the file again, with version 14.0 or later\n",
                    word));
  EXPECT_EQ(
      faults_of("profiles/P.profile",
                "<Profile><userLicense>A</userLicense><userLicense>B</userLicense></Profile>"),
      "profiles/P.profile:1:38: the license is stated twice, as 'A' and as 'B' | retrieve the file again\n");
  EXPECT_EQ(faults_of("layouts/L.layout", ""), "nowhere: 'layouts/L.layout' is no metadata that is read here | "
                                               "name it as in a project: profiles/NAME.profile\n");
}

TEST(parts, say_few_of_many_faults) {
  std::string content = "<Profile>";
  for (int i = 0; i < 1000; ++i)
    content += "<objectPermissions/>";
  EXPECT_EQ(read({{"profiles/P.profile", content + "</Profile>"}}).faults.size(), 10u);
}

} // namespace
} // namespace proviso::metadata::testing
