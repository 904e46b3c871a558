// Who holds a license of the contract today: the only list that tells one user from another.
#pragma once

#include "observing/observe.hpp"

#include <string>

namespace proviso::report {

// What the observation was made of.
struct users_request {
  const model::contract& contract;
  const usage::plan* plan = nullptr; // null: none
  const observing::user_lists& lists;
  base::day today;
};

// CSV with the login days of each in all months that the data covers whole: ids, or names where the export has
// none.
[[nodiscard]] std::string users_as_csv(const users_request& of, const observing::observation& seen);

} // namespace proviso::report
