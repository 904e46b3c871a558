// Text to tree. The only door to the grammar; no PEGTL behind it reaches another layer.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "syntax/tree.hpp"

namespace proviso::syntax {

struct parsed {
  file tree;                     // what could be read; a declaration with a fault lacks the faulty clause
  base::diagnostics diagnostics; // every independent fault, in the order of the text
  bool headings_known = true;    // the first line of every declaration could be read, and every `use`
};

// Reads the source of that number. Never fails otherwise than by diagnostics: not by exception, not by depth.
// Invalid UTF-8, NUL bytes and empty texts are diagnostics too.
[[nodiscard]] parsed parse(const base::sources& from, std::uint32_t source);

} // namespace proviso::syntax
