// Reads the made-up license mixes that the bench's generators write as linear programs for other solvers: not
// any linear program. Columns x_…_L_m and x_…_L_l are users who take license L as members or by login, S_L_T
// and K_L_T seats and blocks of a thousand logins at tier T.
#pragma once

#include "optimizing/problem.hpp"

#include <string_view>

namespace proviso::bench {

// Money in cents, logins in thousandths. Throws std::runtime_error with what it does not understand.
[[nodiscard]] optimizing::problem read_license_mix(std::string_view text);

} // namespace proviso::bench
