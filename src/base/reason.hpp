// Why the system refused, in words.
#pragma once

#include <string>

namespace proviso::base {

// Of an error number: "permission denied".
[[nodiscard]] std::string reason(int error);

} // namespace proviso::base
