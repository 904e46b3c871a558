// Counts logins where they lie: a SQL engine, reached through ODBC, reduces a table of logins to histograms,
// and only these are read. No id or name of a user leaves the engine.
//
// The statements take nothing from the engine that could differ between engines: local days come from the
// offsets of the zone, and months from their first days, both computed here and written into the statement. The
// answer is to the row what `logins::count` gives for an export of the same table.
#pragma once

#include "base/diagnostic.hpp"
#include "logins/question.hpp"
#include "logins/tally.hpp"
#include "warehouse/source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::warehouse {

// Users of one month with the same number of login days.
struct histogram_row {
  std::size_t way = 0;   // of the question, from 0
  std::size_t month = 0; // likewise; the month that starts on `months[month]`
  std::string license;   // as the users' table names it; empty: it names none or two, or there is no such table
  std::int64_t login_days = 0; // at least 1
  std::int64_t users = 0;
  std::int64_t logins = 0; // of these users, as the way counts: user-days, users, or logins
};

// Of the question the zone, the months, the ways and the number of bad rows count here. `read` is that of an
// export, but for what an engine does not tell: `bytes`, `login_types`, `unknown_users` stay empty, `bad_rows`
// has one entry a reason, without a line, and `files` is the table. `repeated` is of the first way that counts
// every login.
struct answer {
  logins::figures read;
  std::vector<histogram_row> histogram; // by way, month, license, login days
};

// No answer where a diagnostic was added: the engine cannot be reached, refuses the login or a statement, lacks
// a table or column, or has more bad rows than allowed. No diagnostic shows a password.
[[nodiscard]] std::optional<answer> count(const source& from, const logins::question& asked,
                                          base::diagnostics& faults);

// The statements that `count` would run, for a person to read or to run elsewhere. The engine is only asked for
// what the source leaves open; a source without DSN and DRIVER takes the columns by Salesforce's names.
[[nodiscard]] std::optional<std::string> print_sql(const source& from, const logins::question& asked,
                                                   base::diagnostics& faults);

} // namespace proviso::warehouse
