// How two texts differ, line by line, as a patch shows it.
#pragma once

#include <string>
#include <string_view>

namespace proviso::support {

// Empty where they are equal; else lines that start with ' ', '-' (expected only) or '+' (actual only), with
// three equal lines around each change. Very different long texts are shown as one block.
std::string difference(std::string_view expected, std::string_view actual);

} // namespace proviso::support
