// One row of an export into the directory, for each form.
#pragma once

#include "logins/question.hpp"
#include "org/forms.hpp"
#include "org/licenses.hpp"
#include "tables/table.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace proviso::org {

struct named {    // the row that a user name was read in
  std::string id; // the user's; empty: there was none
  std::string file;
  std::size_t line = 0;
};

struct reading { // of all files
  const model::catalogue& words;
  directory& into;
  licenses& numbers;
  std::unordered_map<std::string, std::uint32_t> profile_numbers;
  std::unordered_map<std::string, std::uint32_t> users; // by id, else by name: to meet one again
  std::unordered_map<std::string, named> names;         // by user name, in lower case
  std::unordered_map<std::string, std::uint32_t> license_of_profile;
  std::unordered_map<std::string, std::uint32_t> assignees; // of permission sets, by id or name
};

struct read_from {
  const tables::columns& columns;
  const tables::row& row;
  const std::string& file;
  std::optional<logins::date_order> dates; // else a day that may be read in two ways is a fault
};

// Empty, or what is wrong with the row.
[[nodiscard]] std::string read_row(form is, reading& all, const read_from& from);

} // namespace proviso::org
