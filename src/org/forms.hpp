// The exports that are read, and how each is told by its header. One table: a form is added by adding a line.
#pragma once

#include "tables/columns.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace proviso::org {

enum class form { licenses, entitlements, assignments, permission_sets, users };

struct form_of {
  form is = form::users;
  std::string_view called;                   // "an export of users"
  std::span<const std::string_view> columns; // groups of texts of the catalogue
  std::span<const std::uint32_t> needs;      // of the columns of each mask at least one: bit i is column i
};

// In the order in which a header is held against them.
[[nodiscard]] std::span<const form_of> all_forms();
[[nodiscard]] const form_of& form_named(form is);

// Columns by their place in `form_of::columns`.
struct user_column {
  enum at : std::size_t { id, name, active, type, profile, license, key, contact };
};
struct assigned_column {
  enum at : std::size_t { user, license, profile, from, to };
};
struct license_column {
  enum at : std::size_t { name, key, status, total, used, logins, logins_used };
};
struct entitlement_column {
  enum at : std::size_t { label, setting, allowed, used, start, frequency };
};
struct permission_column {
  enum at : std::size_t { holder, set, set_id, group, group_id, of_profile, active, until };
};

} // namespace proviso::org
