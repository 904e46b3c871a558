// The characters that references of XML stand for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace proviso::metadata {

// "amp", "#65", "#x41"; 0 for any other, none is ever looked up elsewhere.
[[nodiscard]] std::uint32_t entity(std::string_view name);

void append_utf8(std::string& to, std::uint32_t character);

} // namespace proviso::metadata
