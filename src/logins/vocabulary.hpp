// The names Salesforce gives to what stands in login histories: the one table of them.
#pragma once

#include "tables/columns.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace proviso::logins {

// In the order of `column` (layout.hpp), each with its spellings, the first one found counts.
[[nodiscard]] std::vector<tables::column> history_columns();

// Statuses of a login that succeeded, in any case.
[[nodiscard]] std::span<const std::string_view> successes();
[[nodiscard]] bool is_success(std::string_view status);
// The beginning of one of them, as at the end of a file that was cut: no status of its own.
[[nodiscard]] bool begins_a_success(std::string_view status);

// Whether a status that is no success says why a login failed: a code of event log files, or a reason as
// LoginHistory words it. What does neither may be success in another language.
[[nodiscard]] bool is_failure(std::string_view status);
// The type of the events that are logins, in event log files.
[[nodiscard]] bool is_login_event(std::string_view event);

// One thing by all its names: what the API, exports and event log files call it. Empty where it has none.
struct spelling {
  std::string_view api;
  std::string_view label;
  std::string_view code;
};

[[nodiscard]] std::span<const spelling> login_types();
[[nodiscard]] std::span<const spelling> login_subtypes();

// Whether two names, in any spelling and case, are one of these things; names not listed only equal themselves.
// Whether `text`, as an event log writes it, may be this thing: nobody knows the code of either.
[[nodiscard]] bool may_be(std::span<const spelling> all, std::string_view name, std::string_view text);
[[nodiscard]] bool same_name(std::span<const spelling> all, std::string_view a, std::string_view b);

// A login of an employee to a site, on the license of the employee: its type.
[[nodiscard]] std::string_view internal_login();
[[nodiscard]] bool is_internal_login(std::string_view login_type);

enum class user_kind { external, internal, guest, unknown };
[[nodiscard]] user_kind kind_of(std::string_view user_type);
// User types of employees and guests.
[[nodiscard]] std::vector<std::string_view> internal_user_types();

} // namespace proviso::logins
