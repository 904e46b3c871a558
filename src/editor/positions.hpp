// Places as an editor counts them: lines from 0, characters in units of UTF-16.
#pragma once

#include "base/source.hpp"

#include <cstdint>
#include <string_view>

namespace proviso::editor {

struct position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  friend bool operator==(const position&, const position&) = default;
};

[[nodiscard]] position position_of(const base::source& in, std::uint32_t offset);

// The end of the line where the character lies beyond it, the end of the text where the line does; the start of
// a character that takes two units where the position lies inside it.
[[nodiscard]] std::uint32_t offset_of(std::string_view text, position at);

} // namespace proviso::editor
