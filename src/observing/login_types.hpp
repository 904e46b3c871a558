// What a SKU's `count only` and `count except` leave out of its pool, in words.
#pragma once

#include "observing/observe.hpp"

#include <string>
#include <vector>

namespace proviso::observing::words {

// Logins that are left out, and names that no login type or subtype has: nobody knows what they were to mean.
[[nodiscard]] std::vector<std::string> by_login_type(const model::contract& contract, const observation& of);

} // namespace proviso::observing::words
