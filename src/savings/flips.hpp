// Where the advice turns: the nearest price, number of users, growth or season at which other users would move,
// each changed alone and found by solving anew.
#pragma once

#include "savings/savings.hpp"

#include <string>
#include <vector>

namespace proviso::savings {

struct turn {
  std::string what; // "price of portal-members", "users of 'dealers'"
  rational now;
  std::optional<rational> below; // the nearest value below at which the advice is another; none within range
  std::optional<rational> above; // the same above
  int decimals = 0;              // that values are exact to
  std::string missing;           // why it is not known; empty where it is
};

// Prices to the minor unit, from nothing to twice as much; users to one user, likewise; growth to 0.1% a month
// within 5%; the season as a multiple of what it adds, to a tenth.
[[nodiscard]] std::vector<turn> turns_of(const advice& of, const usage::plan& plan, effort limits = {});

} // namespace proviso::savings
