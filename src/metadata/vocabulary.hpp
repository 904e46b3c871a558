// The words of the vendor's metadata format, as one table: which files hold what, and which elements matter.
// Source: Metadata API Developer Guide, Profile, PermissionSet, PermissionSetGroup, MutingPermissionSet,
// Network, SharingSet, Flow, FlowDefinition, QuickAction, ApexClass, ApexTrigger, ApexPage, ApexComponent,
// LightningComponentBundle, AuraDefinitionBundle, Package.
#pragma once

#include "model/rights.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace proviso::metadata {

enum class file_kind : std::uint8_t {
  profile,
  permission_set,
  object_settings, // this and the next five: parts of a permission set that is a folder
  object_permission,
  user_permission,
  class_access,
  flow_access,
  page_access,
  muting_set,
  group,
  network,
  sharing_set,
  flow,
  flow_definition,
  quick_action,
  code,
  code_settings,
  page,
  page_component,
  web_component,
  aura_component,
  manifest
};

struct file_format {
  std::string_view suffix; // of MDAPI format; source format adds `source_suffix`
  std::string_view root;   // the element that the file is; empty: it is no XML
  file_kind is;
  std::string_view folder{}; // that it lies below, where its suffix does not tell it alone
  // In which format; `accompanied` is plain, beside a file of the same name in source format.
  enum class written : std::uint8_t { either, plain, meta, accompanied } as = written::either;
};

inline constexpr std::string_view source_suffix = "-meta.xml";
inline constexpr std::string_view trigger_suffix = ".trigger";

// A permission set may be a folder of this one: its main file, and folders of files with a part of it each.
// What tools put there goes by their preset: decomposePermissionSetBeta2 one file an object, a permission set
// of its own; decomposePermissionSetBeta one file an element, which is its root.
inline constexpr std::string_view permission_set_folder = "permissionsets";

inline constexpr auto file_formats = std::to_array<file_format>({
    {".profile", "Profile", file_kind::profile},
    {".permissionset", "PermissionSet", file_kind::permission_set},
    {".objectSettings", "PermissionSet", file_kind::object_settings, permission_set_folder},
    {".objectPermission", "ObjectPermission", file_kind::object_permission, permission_set_folder},
    {".userPermission", "UserPermission", file_kind::user_permission, permission_set_folder},
    {".classAccess", "ClassAccess", file_kind::class_access, permission_set_folder},
    {".flowAccess", "FlowAccess", file_kind::flow_access, permission_set_folder},
    {".pageAccess", "PageAccess", file_kind::page_access, permission_set_folder},
    {".mutingpermissionset", "MutingPermissionSet", file_kind::muting_set},
    {".permissionsetgroup", "PermissionSetGroup", file_kind::group},
    {".network", "Network", file_kind::network},
    {".sharingSet", "SharingSet", file_kind::sharing_set},
    {".flow", "Flow", file_kind::flow, {}, file_format::written::meta},
    {".flow", "Flow", file_kind::flow, "flows", file_format::written::plain},
    {".flowDefinition", "FlowDefinition", file_kind::flow_definition},
    {".quickAction", "QuickAction", file_kind::quick_action},
    {".cls", "", file_kind::code, "classes", file_format::written::plain},
    {".cls", "", file_kind::code, {}, file_format::written::accompanied}, // documents are styled by such files
    {".cls", "ApexClass", file_kind::code_settings, {}, file_format::written::meta},
    {".trigger", "", file_kind::code, {}, file_format::written::plain},
    {".trigger", "ApexTrigger", file_kind::code_settings, {}, file_format::written::meta},
    {".page", "", file_kind::page, "pages", file_format::written::plain},
    {".page", "", file_kind::page, {}, file_format::written::accompanied},
    {".component", "", file_kind::page_component, "components", file_format::written::plain},
    {".component", "", file_kind::page_component, {}, file_format::written::accompanied},
    {".js", "", file_kind::web_component, "lwc", file_format::written::plain},
    {".ts", "", file_kind::web_component, "lwc", file_format::written::plain},
    {".cmp", "", file_kind::aura_component, "aura", file_format::written::plain},
    {".app", "", file_kind::aura_component, "aura", file_format::written::plain},
    {"package.xml", "Package", file_kind::manifest, {}, file_format::written::plain}, // the whole name
});

// Whatever lies below such a folder is of a resource, whose files may be called anything.
inline constexpr std::string_view resource_folder = "staticresources";

// A component is a folder of files below the one of its kind. Tests of components lie in folders of these
// names.
inline constexpr auto test_folders = std::to_array<std::string_view>({"__tests__", "__mocks__"});

inline constexpr std::string_view project_file = "sfdx-project.json";
inline constexpr std::string_view manifest_folder = "manifest"; // its files are for the folder around it

// ---- what is described, in words

inline constexpr std::string_view profile_word = "profile";
inline constexpr std::string_view set_word = "permission set";
inline constexpr std::string_view muting_word = "muting permission set";
inline constexpr std::string_view group_word = "permission set group";
inline constexpr std::string_view site_word = "site";
inline constexpr std::string_view sharing_word = "sharing set";
inline constexpr std::string_view flow_word = "flow";
inline constexpr std::string_view class_word = "class";
inline constexpr std::string_view trigger_word = "trigger";
inline constexpr std::string_view page_word = "page";

// As manifests call it; whatever else they ask for grants nothing.
struct manifest_kind {
  std::string_view type;
  std::string_view word;
};
inline constexpr std::string_view profile_type = "Profile";
inline constexpr auto manifest_kinds = std::to_array<manifest_kind>({
    {profile_type, profile_word},
    {"PermissionSet", set_word},
    {"MutingPermissionSet", muting_word},
    {"PermissionSetGroup", group_word},
    {"Network", site_word},
    {"SharingSet", sharing_word},
    {"Flow", flow_word},
    {"ApexClass", class_word},
    {"ApexTrigger", trigger_word},
    {"ApexPage", page_word},
});
inline constexpr std::string_view object_type = "CustomObject";
inline constexpr std::string_view wildcard = "*"; // of custom objects alone, where objects are asked for

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
inline constexpr std::string_view access_level = "accessLevel";
inline constexpr std::string_view edit_level = "Edit"; // else Read
inline constexpr std::string_view manifest_types = "types";
inline constexpr std::string_view manifest_members = "members";

// What a holder may run: the elements, and what is named in each.
inline constexpr std::string_view class_accesses = "classAccesses";
inline constexpr std::string_view accessed_class = "apexClass";
inline constexpr std::string_view flow_accesses = "flowAccesses";
inline constexpr std::string_view accessed_flow = "flow";
inline constexpr std::string_view page_accesses = "pageAccesses";
inline constexpr std::string_view accessed_page = "apexPage";
inline constexpr std::string_view run_flows = "RunFlow"; // a user permission

// The element that the root of such a file stands for.
struct set_part {
  file_kind is;
  std::string_view element;
};
inline constexpr auto set_parts = std::to_array<set_part>({
    {file_kind::object_permission, object_permissions},
    {file_kind::user_permission, user_permissions},
    {file_kind::class_access, class_accesses},
    {file_kind::flow_access, flow_accesses},
    {file_kind::page_access, page_accesses},
});

// Whether a file holds a part of a permission set that is a folder.
[[nodiscard]] constexpr bool is_set_part(file_kind of) {
  return of >= file_kind::object_settings && of <= file_kind::page_access;
}

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

// Of profiles before version 14 of the API: `true` takes away, what is not stated is granted.
inline constexpr auto revoking_elements =
    std::to_array<std::string_view>({"revokeCreate", "revokeRead", "revokeEdit", "revokeDelete"});

// User permissions that reach records without object permissions: of every object, or of one that has none.
// Source: Salesforce Help, User Permissions and Access; the descriptions of permissions in Setup.
struct sweeping_permission {
  std::string_view name;
  std::string_view title;
  operations grants;
  std::string_view object{}; // empty: every object
};
inline constexpr auto any_write = operations(operations::create) | operations::update | operations::remove;
inline constexpr auto sweeping_permissions = std::to_array<sweeping_permission>({
    {"ViewAllData", "View All Data", operations::read},
    {"ModifyAllData", "Modify All Data", any_write | operations::read},
    {"EditTask", "Edit Tasks", any_write, "Task"},
    {"EditEvent", "Edit Events", any_write, "Event"},
    {"ManageUsers", "Manage Users", operations(operations::create) | operations::update, "User"},
    {"ManageInternalUsers", "Manage Internal Users", operations(operations::create) | operations::update,
     "User"},
    {"ManagePartners", "Manage External Users", operations(operations::create) | operations::update, "User"},
    {"DelegatedPortalUserAdmin", "Delegated External User Administrator",
     operations(operations::create) | operations::update, "User"},
    {"EditPublicDocuments", "Manage Public Documents", any_write, "Document"},
    {"CreateTopics", "Create Topics", operations::create, "Topic"},
    {"EditTopics", "Edit Topics", operations::update, "Topic"},
    {"DeleteTopics", "Delete Topics", operations::remove, "Topic"},
    {"AssignTopics", "Assign Topics", any_write, "TopicAssignment"},
    {"EditCaseComments", "Edit Case Comments", operations::update, "CaseComment"},
    {"ChatterOwnGroups", "Create and Own New Chatter Groups", any_write, "CollaborationGroup"},
    {"CreateWorkspaces", "Create Libraries", operations::create, "ContentWorkspace"},
});

// In lower case: what the events end in that tell changes of records.
inline constexpr std::string_view change_event = "changeevent";

} // namespace proviso::metadata
