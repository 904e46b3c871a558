// What is one thing in several texts: it is declared at one place of one file.
#pragma once

#include "editor/names.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace proviso::editor {

struct origin {
  std::string file;
  std::uint32_t begin = 0; // of its first declaration
};

// Of what the word at the offset of the text names; empty where it names nothing, or what no file declares.
[[nodiscard]] std::optional<origin> origin_at(const analysis& in, std::uint32_t offset);

// The declaration that stands there; null where the analysis does not see it.
[[nodiscard]] const named_place* declared_at(const analysis& in, const names& all, const origin& where);

} // namespace proviso::editor
