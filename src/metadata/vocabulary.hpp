// The words of the vendor's metadata format, as one table: which files hold what, and which elements matter.
// Source: Metadata API Developer Guide, Profile, PermissionSet, PermissionSetGroup, MutingPermissionSet,
// Network, SharingSet, ApexClass, ApexTrigger, ApexPage.
#pragma once

#include "model/rights.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace proviso::metadata {

enum class file_kind : std::uint8_t {
  profile,
  permission_set,
  object_settings,
  muting_set,
  group,
  network,
  sharing_set,
  flow,
  code,
  code_settings,
  page
};

struct file_format {
  std::string_view suffix; // of MDAPI format; source format adds `source_suffix`
  std::string_view root;   // the element that the file is; empty: it is no XML
  file_kind is;
  std::string_view folder{}; // that it lies below, where its suffix has other uses as well
  enum class written : std::uint8_t { either, plain, meta } as = written::either; // in which format
};

inline constexpr std::string_view source_suffix = "-meta.xml";

inline constexpr std::array<file_format, 13> file_formats{{
    {".profile", "Profile", file_kind::profile},
    {".permissionset", "PermissionSet", file_kind::permission_set},
    {".objectSettings", "PermissionSet", file_kind::object_settings},
    {".mutingpermissionset", "MutingPermissionSet", file_kind::muting_set},
    {".permissionsetgroup", "PermissionSetGroup", file_kind::group},
    {".network", "Network", file_kind::network},
    {".sharingSet", "SharingSet", file_kind::sharing_set},
    {".flow", "Flow", file_kind::flow, "flows"},
    {".cls", "", file_kind::code, "classes", file_format::written::plain},
    {".cls", "ApexClass", file_kind::code_settings, "classes", file_format::written::meta},
    {".trigger", "", file_kind::code, "triggers", file_format::written::plain},
    {".trigger", "ApexTrigger", file_kind::code_settings, "triggers", file_format::written::meta},
    {".page", "", file_kind::page, "pages", file_format::written::plain},
}};

// A permission set may be a folder: its main file, and one such folder of files, one an object.
inline constexpr std::string_view permission_set_folder = "permissionsets";
inline constexpr std::string_view object_settings_folder = "objectSettings";

inline constexpr std::string_view project_file = "sfdx-project.json";

// ---- elements

inline constexpr std::string_view object_permissions = "objectPermissions";
inline constexpr std::string_view object_element = "object";
inline constexpr std::string_view user_permissions = "userPermissions";
inline constexpr std::string_view name_element = "name";
inline constexpr std::string_view enabled_element = "enabled";
inline constexpr std::string_view user_license =
    "userLicense";                                             // of a profile; of a permission set up to API 37
inline constexpr std::string_view license_element = "license"; // of a permission set
inline constexpr std::string_view member_groups = "networkMemberGroups";
inline constexpr std::string_view member_profile = "profile";
inline constexpr std::string_view member_set = "permissionSet";
inline constexpr std::string_view self_registration_profile = "selfRegProfile";
inline constexpr std::string_view group_sets = "permissionSets";
inline constexpr std::string_view group_mutings = "mutingPermissionSets";
inline constexpr std::string_view sharing_profiles = "profiles";
inline constexpr std::string_view access_mappings = "accessMappings";

// What a holder may run: the elements, and what is named in each.
inline constexpr std::string_view class_accesses = "classAccesses";
inline constexpr std::string_view accessed_class = "apexClass";
inline constexpr std::string_view flow_accesses = "flowAccesses";
inline constexpr std::string_view accessed_flow = "flow";
inline constexpr std::string_view page_accesses = "pageAccesses";
inline constexpr std::string_view accessed_page = "apexPage";
inline constexpr std::string_view run_flows = "RunFlow"; // a user permission

using model::operations;

// What an element inside <objectPermissions> grants when it is true.
struct granting_element {
  std::string_view name;
  operations grants;
  bool all_records = false; // whatever is shared
};
inline constexpr std::array<granting_element, 7> granting_elements{{
    {"allowCreate", operations::create},
    {"allowRead", operations::read},
    {"allowEdit", operations::update},
    {"allowDelete", operations::remove},
    {"viewAllFields", operations::read},
    {"viewAllRecords", operations::read, true},
    {"modifyAllRecords", operations(operations::read) | operations::update | operations::remove, true},
}};

// User permissions that reach every object.
struct sweeping_permission {
  std::string_view name;
  std::string_view title;
  operations grants;
};
inline constexpr std::array<sweeping_permission, 2> sweeping_permissions{{
    {"ViewAllData", "View All Data", operations::read},
    {"ModifyAllData", "Modify All Data",
     operations(operations::create) | operations::read | operations::update | operations::remove},
}};

} // namespace proviso::metadata
