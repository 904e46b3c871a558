// A problem as a linear program in whole numbers, for solvers that know nothing of licenses.
#pragma once

#include "optimizing/problem.hpp"

#include <string>

namespace proviso::support {

// In the LP format. Its objective is the cost. Of problems with graduated prices that fall, whole logins (the
// denominator is 1), no shares of grace, no fixed users and no least cost.
[[nodiscard]] std::string linear_program(const optimizing::problem& of);

} // namespace proviso::support
