// Rows of an export, whatever its form: delimited text with a header, or JSON records. The plain, readable way
// to read them, and what faster ways are held against.
//
// Delimited text: comma, tab, pipe, semicolon, caret or backquote, told by the header; a cell may stand in
// quotes, with doubled quotes, delimiters and line ends inside; LF or CRLF. Empty lines are passed over. JSON:
// a list of objects, {"records": […]}, the same in {"result": …}, or one object after another. The fields of an
// object inside a record are dotted columns: Profile.Name.
#pragma once

#include "tables/bytes.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace proviso::tables {

inline constexpr std::size_t longest_row = 1024 * 1024; // bytes
inline constexpr std::size_t most_columns = 2'000;
inline constexpr int deepest_record = 32;

// Nothing where the cell is empty, null or not there: exports do not tell these apart.
using cell = std::optional<std::string>;
using header = std::vector<std::string>;

struct row {
  std::size_t line = 0;        // of its first byte, from 1
  std::span<const cell> cells; // one for each column known so far
};

struct bad_row {
  std::size_t line = 0;
  std::string reason; // "has 3 cells, the header has 5"
};

// Each returns false to stop.
struct listener {
  // Before the first row, and again when a JSON record brings new columns, which come last.
  std::function<bool(const header&)> columns;
  std::function<bool(const row&)> take;
  std::function<bool(const bad_row&)> refuse;
};

// False, with a diagnostic, where it is no table or ends in the middle. Stopping is no fault.
[[nodiscard]] bool read_table(input& from, const listener& to, base::diagnostics& faults);

// "users.csv:17: …" in front of what is wrong with a row.
[[nodiscard]] base::diagnostic at_line(const input& in, std::size_t line, std::string_view what,
                                       std::string help = {});

} // namespace proviso::tables
