// Foreign text in a cell of CSV: harmless and on one line, quoted where it must be, and no formula whatever it
// starts with.
#pragma once

#include "base/text.hpp"

#include <string>
#include <string_view>

namespace proviso::report {

[[nodiscard]] inline std::string spreadsheet_cell(std::string_view text) {
  constexpr std::string_view starts_formula = "=+-@\t\r\n";
  std::string cell;
  if (!text.empty() && starts_formula.find(text.front()) != std::string_view::npos)
    cell += '\'';
  for (const char c : base::harmless(text)) {
    cell += c == '\n' ? ' ' : c;
    if (c == '"')
      cell += '"';
  }
  return cell.find_first_of(",\"\r\n") == std::string::npos ? cell : '"' + cell + '"';
}

} // namespace proviso::report
