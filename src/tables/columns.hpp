// Which column is which: headers as tools write them, held against the names that are wanted. "LOGIN_TIME",
// "Login Time" and "loginTime" are one name; a dot joins a field to its parent.
#pragma once

#include "tables/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace proviso::tables {

// Without case, blanks, underscores and hyphens.
[[nodiscard]] std::string column_key(std::string_view name);

struct column {
  std::string name;                   // as messages call it
  std::vector<std::string> spellings; // any of which may head it
};

// The places of wanted columns in the header of one table.
class columns {
public:
  explicit columns(std::vector<column> wanted);

  // Empty, or what is wrong: a column that is there twice. A header that grew is found again.
  [[nodiscard]] std::string find_in(const header& names);

  [[nodiscard]] bool has(std::size_t wanted) const { return places_[wanted].has_value(); }
  // Nothing where the column or the cell is not there.
  [[nodiscard]] const cell& of(const row& from, std::size_t wanted) const;
  [[nodiscard]] const column& operator[](std::size_t wanted) const { return wanted_[wanted]; }

private:
  std::vector<column> wanted_;
  std::vector<std::vector<std::string>> keys_;
  std::vector<std::optional<std::size_t>> places_;
};

} // namespace proviso::tables
