// Where the values of a block's clauses begin. The columns of most blocks are the language's and not the
// block's, so that a clause added to one moves no other.
#pragma once

#include "format/outline.hpp"

#include <cstddef>

namespace proviso::format {

struct columns {
  std::size_t value = 0; // from the clause's first character; 0: one blank behind the keyword
  std::size_t price = 0; // the same for the 'at' of a price's slices; 0: it is a word as others
};

// Of the clauses in the block of this one.
[[nodiscard]] columns columns_of(const clause& block);

// How many words the keyword of a clause is: one, or two as in `sold as`.
[[nodiscard]] std::size_t keyword_words(words head);

// Whether a clause's value stands in the column of its block `in`. One with a block does not, nor one that
// reads as a sentence: waive, treat, set.
[[nodiscard]] bool is_aligned(const clause& of, const clause& in);

// How many columns a text takes: its characters.
[[nodiscard]] std::size_t width(std::string_view text);

} // namespace proviso::format
