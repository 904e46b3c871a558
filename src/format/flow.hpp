// The words of a clause on as many lines as they need.
#pragma once

#include "format/columns.hpp"
#include "format/outline.hpp"
#include "format/page.hpp"

namespace proviso::format {

inline constexpr std::size_t line_width = 120;

struct place {
  std::size_t indent = 0;
  columns in;              // of the block, where the clause stands in them
  bool in_rule = false;    // line ends within an expression are the author's
  bool of_members = false; // no keyword: the words are a list
};

// Begins a line, puts the words, and leaves the last line open. A list is filled up to the width of a line; an
// expression breaks where its author broke it, and behind a comma or an operator where it is too long.
void flow(words all, const place& at, page& to);

// Whether a blank stands before this word, which is not the first.
[[nodiscard]] bool stand_apart(words all, std::size_t at);

} // namespace proviso::format
