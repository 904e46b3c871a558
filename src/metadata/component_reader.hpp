// Reads what Lightning components may start of Apex: the methods that a module imports, the class behind a
// component of Aura. What they do to records by themselves obeys their user and is not looked at.
#pragma once

#include "metadata/part.hpp"

#include <cstdint>
#include <string_view>

namespace proviso::metadata {

// A module of JavaScript or TypeScript; nothing but its imports is looked at.
[[nodiscard]] part web_component_part(std::string_view text, std::uint32_t source);
// A component or application; nothing but the attributes of its first tag is. Without that tag it is a fault.
[[nodiscard]] part aura_component_part(std::string_view text, std::uint32_t source);

} // namespace proviso::metadata
