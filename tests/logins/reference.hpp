// The slow way to count logins, by other means than the fast one: rows by tables::read_table, times by the C
// library, users in maps. Times in other forms than ISO 8601 it leaves to the fast way's reader of them.
#pragma once

#include "logins/question.hpp"

#include <string>

namespace proviso::logins {

// As counting.hpp tells it: users with their days, then rows and how many of them are bad, with the lines of
// the first bad ones; "fault" alone where the file cannot be read, "unusable" where its header is not of
// UserId, LoginTime and Status, or names what counts apart. Days are of UTC.
[[nodiscard]] std::string count_slowly(const std::string& path, const question& asked);

// The same of the fast way.
[[nodiscard]] std::string count_fast(const std::string& path, const question& asked);

} // namespace proviso::logins
