// What goes along with a parse: where matching stands and where faults go.
#pragma once

#include "grammar/lexicon.hpp"
#include "syntax/read.hpp"

namespace proviso::syntax {

struct context : grammar::progress {
  faults& out;
  margin lines; // of the template that is being read
  bool headings_known = true;

  explicit context(faults& to) : out(to) {}
  [[nodiscard]] span between(const char* begin, const char* end) const { return out.between(begin, end); }
};

} // namespace proviso::syntax
