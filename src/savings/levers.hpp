// What may be asked for in a negotiation, each with its value for this usage: the least cost as it is, less the
// least cost with the lever, all else the same.
#pragma once

#include "savings/savings.hpp"

#include <vector>

namespace proviso::savings {

// By value, what is not known last. Levers that the contract has already are left out.
[[nodiscard]] std::vector<lever> levers_of(const advice& of, const usage::plan& plan, effort limits = {});

} // namespace proviso::savings
