// Where logins lie in a warehouse, as written after --logins:
//
//     odbc:DSN=warehouse;table=salesforce.login_history;users=salesforce.users;dialect=postgresql
//
// Parts are `key=value` as in an ODBC connection string; a value with ';' stands in braces, where '}' is
// doubled. Keys below are Proviso's, without case; all others go to the driver as they are written.
//
//     table          rows of logins; up to three parts, those with dots in double quotes; case matters
//     users          optional, rows of users with their license; else licenses are not known here
//     dialect        how the engine speaks: a name of `dialects/`; else the driver is asked for its engine
//     column.NAME    which column holds what, where it is not found by Salesforce's name; see columns.hpp
#pragma once

#include "base/diagnostic.hpp"
#include "base/span.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::warehouse {

using table_name = std::vector<std::string>; // schema and table, unquoted

struct source {
  std::string connection; // for the driver: "DSN=warehouse;UID=…"; may hold a password, so it is never shown
  std::string shown;      // what messages call it: "odbc:DSN=warehouse;PWD=***;table=…"
  table_name table;
  std::optional<table_name> users;
  std::optional<std::string> dialect;
  std::map<std::string, std::string, std::less<>> columns; // by what they hold, such as "time"
  std::vector<std::string> secrets;                        // values that no message may repeat, longest first
  base::span at;                                           // of the text, if it stands in a file

  [[nodiscard]] bool reachable() const; // it names a DSN or a driver
};

// Whether a value of --logins is for this layer.
[[nodiscard]] bool is_source(std::string_view text);

// Empty where a diagnostic was added.
[[nodiscard]] std::optional<source> read_source(const base::stated<std::string>& text,
                                                base::diagnostics& faults);

// A table's name for people: "salesforce.login_history".
[[nodiscard]] std::string to_string(const table_name& name);

// Foreign text, such as a driver's message, harmless and without the secrets.
[[nodiscard]] std::string without_secrets(std::string text, const source& of);

} // namespace proviso::warehouse
