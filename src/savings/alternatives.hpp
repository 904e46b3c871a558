// What else could be done, each with the best quantities for it: everyone on logins, everyone a member, the
// rule of three logins, and the break-even it would replace.
#pragma once

#include "savings/savings.hpp"

namespace proviso::savings {

// "as written", "all logins", "all members", "members from 4 login days on", and the next best plan.
[[nodiscard]] std::vector<alternative> alternatives_to(const advice& of, const searching& search);

// Of each pool and members of one license: the net monthly member price ÷ the net price of a login day. Of a
// pool that counts a user once a month only where a member costs less than that; of one that counts every login
// only where all who could be in it make the same number of them a day.
[[nodiscard]] std::vector<break_even> break_evens_of(const market& in, const people& who);

} // namespace proviso::savings
