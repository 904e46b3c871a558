// Reads a text of Apex: the door of the layer.
#pragma once

#include "apex/unit.hpp"

#include <cstdint>
#include <string_view>

namespace proviso::apex {

// The vendor takes a million characters a class.
inline constexpr std::size_t largest_file = 4 * 1024 * 1024;

// `source` is the number of the text among the sources of the run. A comment, text, query or
// block that does not end is a fault, what stands before it is read; no other text is.
[[nodiscard]] unit read_unit(std::string_view text, std::uint32_t source);

} // namespace proviso::apex
