// The catalogue and the rules that the program carries in itself: the files of rules/.
#pragma once

#include "base/embedded.hpp"

#include <span>

namespace proviso::loading {

using base::embedded_file;

// Sorted by path: "salesforce/catalogue/capabilities.proviso".
[[nodiscard]] std::span<const embedded_file> embedded_rules();

} // namespace proviso::loading
