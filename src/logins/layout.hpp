// Which column of a history holds what, by its header.
#pragma once

#include "tables/columns.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::logins {

enum column : std::size_t {
  row_id,
  user_id,
  user_name,
  time_of_login,
  status,
  type,
  subtype,
  user_type,
  request,
  session,
  event,     // of an event log: only that of logins
  plain_time // beside `time_of_login`: it stands in where that is empty
};
inline constexpr std::size_t column_count = plain_time + 1;

using picked_cells = std::array<std::string_view, column_count>; // empty where the history has no such column

struct layout {
  std::size_t columns = 0; // cells of each row
  std::array<std::optional<std::uint32_t>, column_count> places;
  bool event_log = false; // an event log file, else LoginHistory

  [[nodiscard]] bool has(column which) const { return places[which].has_value(); }
  [[nodiscard]] bool tells_rows() const { return event_log || has(row_id); } // a row that comes again is known
};

struct found_layout {
  layout found;
  std::string fault; // empty, or what is wrong with the header: "has no column for the time of a login"
  std::string help;
};

[[nodiscard]] found_layout find_layout(const tables::header& names);

} // namespace proviso::logins
