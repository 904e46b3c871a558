// Trees as bytes: what was parsed when the program was built need not be parsed again each time it starts.
#pragma once

#include "base/source.hpp"
#include "syntax/tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace proviso::syntax {

// The tree of the source of that number. The bytes belong to this build of the program and to the source's
// text.
[[nodiscard]] std::string to_bytes(const file& tree, const base::sources& from, std::uint32_t source);

// The same tree over the same text under another number. Only for bytes that `to_bytes` made: nothing is
// checked. They must outlive the tree.
[[nodiscard]] file from_bytes(std::string_view bytes, const base::sources& from, std::uint32_t source);

} // namespace proviso::syntax
