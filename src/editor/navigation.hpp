// From a name to where it is declared and where it is used; from a `use` to its file.
#pragma once

#include "editor/origin.hpp"

#include <cstdint>
#include <vector>

namespace proviso::editor {

// Several where amendments or files declare the same.
[[nodiscard]] std::vector<base::span> definitions_of(const analysis& in, std::uint32_t offset);
[[nodiscard]] std::vector<base::span> references_of(const analysis& in, std::uint32_t offset,
                                                    bool declarations);
// In another analysis, of what is declared at that place.
[[nodiscard]] std::vector<base::span> references_elsewhere(const analysis& in, const origin& declared,
                                                           bool declarations);

} // namespace proviso::editor
