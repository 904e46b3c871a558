#include "org/forms.hpp"

#include <algorithm>

namespace proviso::org {
namespace {

constexpr std::string_view user_columns[] = {
    "column-user-id",      "column-user-name",    "column-user-active",      "column-user-type",
    "column-user-profile", "column-user-license", "column-user-license-key", "column-user-contact"};
constexpr std::string_view assigned_columns[] = {"column-assigned-user", "column-assigned-license",
                                                 "column-assigned-profile", "column-assigned-from",
                                                 "column-assigned-to"};
constexpr std::string_view license_columns[] = {
    "column-license-name", "column-license-key",    "column-license-status",     "column-license-total",
    "column-license-used", "column-license-logins", "column-license-logins-used"};
constexpr std::string_view entitlement_columns[] = {
    "column-entitlement-name", "column-entitlement-setting", "column-entitlement-allowed",
    "column-entitlement-used", "column-entitlement-start",   "column-entitlement-frequency"};
constexpr std::string_view permission_columns[] = {"column-permission-holder",   "column-permission-set",
                                                   "column-permission-set-id",   "column-permission-group",
                                                   "column-permission-group-id", "column-permission-of-profile",
                                                   "column-permission-active",   "column-permission-until"};

// One of these columns has to be there.
template <typename... Column>
constexpr std::uint32_t one_of(Column... column) {
  return ((1U << column) | ...);
}

constexpr std::uint32_t of_users[] = {
    one_of(user_column::id, user_column::name),
    one_of(user_column::license, user_column::key, user_column::profile, user_column::type)};
constexpr std::uint32_t of_assignments[] = {one_of(assigned_column::user), one_of(assigned_column::from),
                                            one_of(assigned_column::license, assigned_column::profile)};
constexpr std::uint32_t of_licenses[] = {one_of(license_column::total),
                                         one_of(license_column::name, license_column::key)};
constexpr std::uint32_t of_entitlements[] = {one_of(entitlement_column::allowed)};
constexpr std::uint32_t of_permissions[] = {one_of(permission_column::holder),
                                            one_of(permission_column::set, permission_column::set_id,
                                                   permission_column::group, permission_column::group_id)};

constexpr form_of forms[] = {
    {form::licenses, "an export of UserLicense", license_columns, of_licenses},
    {form::entitlements, "an export of TenantUsageEntitlement", entitlement_columns, of_entitlements},
    {form::assignments, "a list of dated assignments", assigned_columns, of_assignments},
    {form::permission_sets, "an export of PermissionSetAssignment", permission_columns, of_permissions},
    {form::users, "an export of users", user_columns, of_users},
};

} // namespace

std::span<const form_of> all_forms() {
  return forms;
}

const form_of& form_named(form is) {
  return *std::ranges::find(forms, is, &form_of::is);
}

} // namespace proviso::org
