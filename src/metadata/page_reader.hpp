// Reads the first tag of a Visualforce page: whose code stands behind it.
#pragma once

#include "metadata/part.hpp"

#include <cstdint>
#include <string_view>

namespace proviso::metadata {

// Pages are no strict XML; nothing but the attributes of <apex:page> is looked at. A page without that tag is a
// fault.
[[nodiscard]] part page_part(std::string_view text, std::uint32_t source);

[[nodiscard]] part page_component_part(std::string_view text, std::uint32_t source);

} // namespace proviso::metadata
