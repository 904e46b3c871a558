// The statements that count, made from the templates in `statements/`, whose holes are filled in a dialect.
// Whatever comes from the command line, the contract or the engine stands between quotes, and was found
// `quotable` before.
#pragma once

#include "logins/zone.hpp"
#include "warehouse/columns.hpp"
#include "warehouse/count.hpp"
#include "warehouse/dialect.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::warehouse {

// What all statements of a count share.
struct setting {
  const dialect& in;
  const source& from;
  const logins::question& asked;
  logins::zone zone;
  login_columns logins;
  std::optional<user_columns> users;
};

// The texts that statements quote are quotable; else a diagnostic each.
void check_quotable(const source& from, const logins::question& asked, base::diagnostics& faults);

// "SELECT … FROM table": no rows, only the names and types of its columns.
[[nodiscard]] std::string columns_statement(const dialect& in, const table_name& table);

// Columns fate, row_count, first_instant, last_instant: what became of the rows under a way. Fates are "bad
// user", "bad time", "bad status", "bad id", "failed", "internal", "outside", "excluded", "counted"; instants
// are seconds since 1970.
[[nodiscard]] std::string fates_statement(const setting& all, const logins::way& way);

// Columns license, month_start, login_days, users, logins: see `histogram_row`.
[[nodiscard]] std::string histogram_statement(const setting& all, const logins::way& way);

// A statement without its comments, which are for people; some drivers trip over them.
[[nodiscard]] std::string for_engine(std::string_view statement);

} // namespace proviso::warehouse
