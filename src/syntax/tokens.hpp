// The words of a text as they stand, with its comments: what a tree does not keep and a formatter needs.
#pragma once

#include "syntax/tree.hpp"

#include <string_view>
#include <vector>

namespace proviso::syntax {

struct token {
  enum class kind { word, number, text, sign, comment } what = kind::word;
  std::string_view text;         // as written; a comment without the blanks at its end
  bool first_on_line = false;    // a line ends before it
  bool after_empty_line = false; // an empty line stands before it

  [[nodiscard]] bool is(kind k, std::string_view t) const { return what == k && text == t; }
};

// Whether a clause goes on in the next line behind the word or sign: a comma, an operator.
[[nodiscard]] bool joins(std::string_view word_or_sign);

// The tokens of a text that parses without faults to that tree; they view the text.
[[nodiscard]] std::vector<token> tokens_of(std::string_view text, const file& tree);

} // namespace proviso::syntax
