// How much of an offer can be worth buying: beyond it, a purchase only costs more.
#pragma once

#include "optimizing/problem.hpp"

namespace proviso::optimizing {

// By offer and stretch: some cheapest purchase buys no more than this. Never less than the least that is for
// sale. Serving every user who may come, in each window by this stretch alone, and reaching the last tier is
// enough.
[[nodiscard]] std::vector<std::vector<count>> reach_of(const problem& of);

// The most logins that each offer can see: by offer and month.
[[nodiscard]] std::vector<std::vector<count>> most_logins(const problem& of);

} // namespace proviso::optimizing
