// Who logged in, each once: some files call a user by id, others by name, and an export of users knows both.
#pragma once

#include "logins/tally.hpp"
#include "org/directory.hpp"

#include <cstdint>
#include <functional>

namespace proviso::observing {

// Calls `visit(user, the same of the directory or null)`; the days of one that files call by id and by name are
// those of both. Views last as long as the call.
using login_visit = std::function<void(const logins::user&, const org::user*)>;
void each_who_came(const logins::tally& all, const org::directory& org, const login_visit& visit);

// Users of whom nobody knows whether they are one: those by an id without a name and those by a name without an
// id. Where either is 0 all are told apart.
struct strangers {
  std::uint64_t by_id = 0;
  std::uint64_t by_name = 0;

  [[nodiscard]] bool may_be_one() const { return by_id > 0 && by_name > 0; }
};
[[nodiscard]] strangers strangers_in(const logins::tally& all, const org::directory& org);

} // namespace proviso::observing
