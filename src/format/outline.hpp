// The blocks and clauses of a text, each with its words and its comments: what a layout is made of. All of it
// views the tokens, which must outlive it.
#pragma once

#include "syntax/tokens.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace proviso::format {

using syntax::token;
using words = std::span<const token>;

// A declaration, a clause, or a comment that has its line for itself: that is one without words.
struct clause {
  words head; // up to the block or the end; comments between its words are among them
  bool has_block = false;
  bool of_members = false;  // the block is a list of names or texts: `clauses` has its words as one clause
  bool on_one_line = false; // as written, from the first word to the last
  bool after_empty_line = false;
  std::vector<clause> clauses;
  std::string_view opening; // the comment behind the '{'
  words tail;               // behind the '}': source "…"
  std::string_view comment; // at the end of its line, or the line itself

  [[nodiscard]] bool is_comment() const { return head.empty(); }
};

[[nodiscard]] std::vector<clause> outline(words all);

// Whether a clause goes on behind this word of it, be it on the next line: a comma or an operator.
[[nodiscard]] bool joins(words all, std::size_t at);

} // namespace proviso::format
