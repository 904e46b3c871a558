// A Salesforce project of made-up profiles and permission sets, the same on every run:
//
//   metadata_tree FOLDER PROFILES SETS
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;

class dice { // the same numbers everywhere
public:
  unsigned below(unsigned most) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<unsigned>(state_ >> 33) % most;
  }
  const char* truth() { return below(2) == 0 ? "false" : "true"; }

private:
  std::uint64_t state_ = 1;
};

std::string object(dice& with) {
  constexpr const char* standard[] = {"Account",     "Contact",  "Case",      "Lead",
                                      "Opportunity", "Product2", "Pricebook2"};
  const auto number = with.below(307);
  return number < std::size(standard) ? standard[number] : fmt::format("Obj_{}__c", number);
}

std::string object_permissions(dice& with) {
  return fmt::format(
      "    <objectPermissions>\n        <allowCreate>{}</allowCreate>\n        <allowDelete>{}</allowDelete>\n"
      "        <allowEdit>{}</allowEdit>\n        <allowRead>{}</allowRead>\n"
      "        <modifyAllRecords>false</modifyAllRecords>\n        <object>{}</object>\n"
      "        <viewAllRecords>false</viewAllRecords>\n    </objectPermissions>\n",
      with.truth(), with.truth(), with.truth(), with.truth(), object(with));
}

std::string field_permissions(dice& with) {
  return fmt::format(
      "    <fieldPermissions>\n        <editable>{}</editable>\n        <field>{}.Field_{}__c</field>\n"
      "        <readable>true</readable>\n    </fieldPermissions>\n",
      with.truth(), object(with), with.below(200));
}

void write(const fs::path& file, const char* root, unsigned fields, unsigned objects, const char* license,
           dice& with) {
  std::ofstream to(file, std::ios::binary);
  to << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" << root
     << " xmlns=\"http://soap.sforce.com/2006/04/metadata\">\n";
  for (unsigned i = 0; i < objects; ++i)
    to << object_permissions(with);
  for (unsigned i = 0; i < fields; ++i)
    to << field_permissions(with);
  to << license << "</" << root << ">\n";
}

} // namespace

int main(int count, char** words) {
  if (count != 4)
    return 2;
  const auto folder = fs::path(words[1]) / "force-app/main/default";
  fs::create_directories(folder / "profiles");
  fs::create_directories(folder / "permissionsets");
  dice with;
  for (int i = 0; i < std::atoi(words[2]); ++i)
    write(folder / fmt::format("profiles/P{}.profile-meta.xml", i), "Profile", 50 + with.below(350),
          5 + with.below(55),
          i % 100 == 0 ? "    <userLicense>Customer Community</userLicense>\n"
                       : "    <userLicense>Salesforce</userLicense>\n",
          with);
  for (int i = 0; i < std::atoi(words[3]); ++i)
    write(folder / fmt::format("permissionsets/S{}.permissionset-meta.xml", i), "PermissionSet", with.below(60),
          with.below(12), "    <license>Salesforce</license>\n", with);
}
