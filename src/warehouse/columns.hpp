// Which columns of a table hold what a count needs: by Salesforce's names in any spelling a loader gives them
// (UserId, USER_ID, user_id), or as the source says.
#pragma once

#include "base/diagnostic.hpp"
#include "warehouse/session.hpp"
#include "warehouse/source.hpp"

#include <span>
#include <string>
#include <string_view>

namespace proviso::warehouse {

// Names of columns as the engine has them; empty: the table has none.
struct login_columns {
  std::string user;    // id of 15 or 18 characters
  std::string time;    // an instant; without a zone it is UTC, as Salesforce exports it
  std::string status;  // of the login
  std::string type;    // of the login
  std::string subtype; // of the login
  std::string kind;    // type of the user
  std::string id;      // of the row
  std::string request; // with `key` in place of `id`, in event log files
  std::string key;
};

struct user_columns {
  std::string id;
  std::string license;
};

// What ways name of a login.
struct needed_names {
  bool types = false;
  bool subtypes = false;
};

// What a source may name as `column.WORD`.
[[nodiscard]] std::span<const std::string_view> column_words();

// A diagnostic for each column that is needed and missing, that the source names and the table lacks, or that
// holds no instants where they are needed. `every_row` where rows must be told apart.
[[nodiscard]] login_columns find_login_columns(std::span<const described_column> there, const source& from,
                                               bool every_row, needed_names names, base::diagnostics& faults);
[[nodiscard]] user_columns find_user_columns(std::span<const described_column> there, const source& from,
                                             base::diagnostics& faults);

// The names that Salesforce gives, but for what the source says: of a table that nobody can look at.
[[nodiscard]] login_columns expected_login_columns(const source& from);
[[nodiscard]] user_columns expected_user_columns(const source& from);

} // namespace proviso::warehouse
