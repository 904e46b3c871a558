// The text of an input byte by byte, with its line numbers. A byte-order mark at its start is passed over.
#pragma once

#include "tables/input.hpp"

#include <string_view>
#include <vector>

namespace proviso::tables {

inline constexpr int no_more = -1;

class bytes {
public:
  explicit bytes(input& from);

  // The next byte, 0 to 255, or `no_more`.
  [[nodiscard]] int peek();
  int get();
  // From 1: of the next byte.
  [[nodiscard]] std::size_t line() const { return line_; }
  // What follows and is in memory already: at the start enough to recognise a text by.
  [[nodiscard]] std::string_view ahead();
  [[nodiscard]] input& from() { return *from_; }

private:
  bool fill();

  input* from_;
  std::vector<char> block_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t line_ = 1;
};

} // namespace proviso::tables
