// What files name and no file describes.
#include "metadata/missing.hpp"

#include "metadata/reading.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::metadata::testing {
namespace {

std::string missing(std::vector<text_file> files) {
  const auto all = read(std::move(files));
  EXPECT_EQ(all.faults_text(), "");
  std::string text;
  for (const auto& gap : missing_files(all.found))
    text += fmt::format("{}: {} | {}\n", all.place(gap.at), gap.subject, gap.missing);
  return text;
}

text_file manifest_of(const std::string& types) {
  return {"app/package.xml", "<Package>" + types + "<version>60.0</version></Package>"};
}

TEST(missing, members_are_told_once) {
  EXPECT_EQ(
      missing({{"networks/N.network",
                "<Network><networkMemberGroups><profile>Dealer</profile><profile>dealer</profile>"
                "</networkMemberGroups><selfRegProfile>DEALER</selfRegProfile></Network>"},
               {"permissionsetgroups/G.permissionsetgroup",
                "<PermissionSetGroup><permissionSets>A</permissionSets>"
                "<mutingPermissionSets>M</mutingPermissionSets></PermissionSetGroup>"},
               {"sharingSets/S.sharingSet", "<SharingSet><profiles>Buyer</profiles></SharingSet>"}}),
      "permissionsetgroups/G.permissionsetgroup:1:21: A | the permission set 'A' has no file, what it grants "
      "is "
      "unknown: retrieve it together with the group 'G'\n"
      "permissionsetgroups/G.permissionsetgroup:1:55: M | the muting permission set 'M' has no file, it is "
      "taken "
      "to mute nothing: retrieve it together with the group 'G'\n"
      "networks/N.network:1:31: Dealer | the profile 'Dealer' has no file, what its members may do is unknown: "
      "retrieve it together with the site 'N'\n"
      "sharingSets/S.sharingSet:1:13: Buyer | the profile 'Buyer' has no file, whom it opens records to is "
      "unknown: retrieve it together with the sharing set 'S'\n");
}

TEST(missing, who_registers_is_told_by_itself) {
  EXPECT_EQ(
      missing({{"networks/N.network", "<Network><selfRegProfile>Buyer</selfRegProfile></Network>"}}),
      "networks/N.network:1:10: Buyer | the profile 'Buyer' has no file, what whoever registers may do is "
      "unknown: retrieve it together with the site 'N'\n");
}

TEST(missing, classes_behind_components) {
  EXPECT_EQ(missing({{"lwc/form/form.js", "import a from '@salesforce/apex/Gone.make';\n"
                                          "import b from '@salesforce/apex/gone.take';\n"
                                          "import c from '@salesforce/apex/Here.make';"},
                     {"aura/old/old.cmp", "<aura:component controller=\"acme.Far\"/>"},
                     {"classes/Here.cls", "class Here { }"}}),
            "lwc/form/form.js:1:16: Gone | the class 'Gone' has no file, what it does is unknown: retrieve it "
            "together with the component 'form' that starts it or, if it is of a managed package, ask its "
            "vendor\n"
            "aura/old/old.cmp:1:29: acme.Far | the class 'acme.Far' has no file, what it does is unknown: "
            "retrieve it together with the component 'old' that starts it or, if it is of a managed package, "
            "ask its vendor\n");
}

TEST(missing, what_a_manifest_asks_for) {
  EXPECT_EQ(missing({manifest_of("<types><members>Here</members><members>A%2EB</members><members>Gone</members>"
                                 "<name>Profile</name></types><types><members>T</members>"
                                 "<name>ApexTrigger</name></types><types><members>*</members>"
                                 "<members>Gone</members><name>Layout</name></types>"),
                     {"profiles/here.profile", "<Profile/>"},
                     {"profiles/A%2eB.profile", "<Profile/>"},
                     {"classes/T.cls", "class T { }"}}),
            "app/package.xml:1:64: Gone | the profile 'Gone' has no file, what it grants or does is unknown: "
            "retrieve it together with what 'app/package.xml' asks for\n"
            "app/package.xml:1:122: T | the trigger 'T' has no file, what it grants or does is unknown: "
            "retrieve it together with what 'app/package.xml' asks for\n");
}

TEST(missing, all_profiles_are_some) {
  const auto all = manifest_of("<types><members>*</members><name>Profile</name></types>");
  EXPECT_EQ(missing({all}),
            "app/package.xml:1:17: profiles | profiles have no file, what they grant is unknown: "
            "retrieve it together with what 'app/package.xml' asks for\n");
  EXPECT_EQ(missing({all, {"profiles/A.profile", "<Profile/>"}}), "");
}

} // namespace
} // namespace proviso::metadata::testing
