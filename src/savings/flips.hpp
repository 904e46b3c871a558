// Where the advice turns: the nearest price, number of users, growth or season at which other users would move,
// each changed alone and found by solving anew.
#pragma once

#include "savings/savings.hpp"

#include <vector>

namespace proviso::savings {

// Prices to the minor unit, from nothing to twice as much, and where nothing turns there, on to 64 times; users
// to one user, likewise; growth to 0.1% a month within 5%; the season as a multiple of what it adds, to a
// tenth.
[[nodiscard]] std::vector<turn> turns_of(const advice& of, const usage::plan& plan, effort limits = {});

} // namespace proviso::savings
