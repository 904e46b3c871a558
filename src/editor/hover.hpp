// What a word means: a clause by its keyword, a name by what it stands for, with the figures of today.
#pragma once

#include "editor/names.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace proviso::editor {

struct explanation {
  base::span at;    // of the word
  std::string text; // Markdown
};

[[nodiscard]] std::optional<explanation> explain(const analysis& in, std::uint32_t offset);

} // namespace proviso::editor
