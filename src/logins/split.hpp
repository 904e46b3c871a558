// One row of delimited text, byte by byte: what the quick search of marks.hpp leaves over, and the definition
// of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::logins {

struct split_row {
  bool whole = false;                  // it ends within the text
  bool quoted = false;                 // where not whole: the text ends within quotes
  std::size_t size = 0;                // with its line end
  std::string fault;                   // "has text after a closing quote"
  std::vector<std::string_view> cells; // without quotes; they last until the next split
};

class splitter {
public:
  explicit splitter(char delimiter) : delimiter_(delimiter) {}

  // `text` begins where a row begins, with no line end. Whether what stands last is a whole row only the caller
  // knows; then it ends the text with a line feed.
  const split_row& split(std::string_view text);

private:
  bool cell(std::string_view text);
  bool in_quotes(std::string_view text);

  char delimiter_;
  std::size_t at_ = 0;
  std::string letters_; // of all cells
  std::vector<std::size_t> ends_;
  split_row row_;
};

} // namespace proviso::logins
