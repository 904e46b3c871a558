// Lines as they are written, one after the other, each with the comment at its end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::format {

class page {
public:
  // Begins a line.
  void open(std::size_t indent);
  void add(std::string_view text);
  void pad_to(std::size_t column); // with at least one blank
  [[nodiscard]] std::size_t column() const { return column_; }
  void close(std::string_view comment = {});
  void empty_line();

  // Comments of one block stand below each other, two blanks behind the longest line that has one, as far as no
  // empty line or other block comes between.
  [[nodiscard]] std::string text() const;

private:
  struct line {
    std::string text;
    std::size_t width = 0;
    std::string_view comment;
    std::size_t indent = 0;
  };

  struct section { // of lines whose comments stand below each other
    std::size_t end = 0;
    std::size_t widest = 0;
  };

  [[nodiscard]] section section_at(std::size_t from) const;

  std::vector<line> lines_;
  line current_;
  std::size_t column_ = 0;
};

} // namespace proviso::format
