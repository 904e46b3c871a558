// Where the advice turns: the nearest price, number of users, growth or season at which other quantities would
// be bought or another number of users move, and at which other users would, each changed alone and found by
// solving anew. Where two purchases cost the same, the advice stays.
#pragma once

#include "savings/savings.hpp"

#include <vector>

namespace proviso::savings {

// Prices to the minor unit or their last decimal, those that are no one figure in tenths of a percent, from
// nothing to twice as much, and where nothing turns there, on to 64 times; users to one user, likewise; growth
// to 0.1% a month within 5%; the season as a multiple of what it adds, to a tenth.
[[nodiscard]] std::vector<turn> turns_of(const advice& of, const usage::plan& plan, effort limits = {});

} // namespace proviso::savings
