// Rows of login histories that --max-bad-rows lets pass: they are told on standard error by every command and
// beside every format, for none of them was counted.
#pragma once

#include "cli/command.hpp"
#include "logins/tally.hpp"

namespace proviso::cli {

// `read` is null where no logins were given.
[[nodiscard]] outcome with_unread_rows(outcome answer, const logins::figures* read);

} // namespace proviso::cli
