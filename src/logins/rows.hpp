// Bytes of a history to rows, and rows to what they mean.
#pragma once

#include "logins/batch.hpp"
#include "logins/layout.hpp"
#include "logins/marks.hpp"
#include "logins/meaning.hpp"
#include "logins/split.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace proviso::logins {

inline constexpr std::size_t longest_row = std::size_t{1} << 20; // bytes, with its line end

// Bytes that are in memory, and a way to get more of them. As many as `padding` after them are readable.
class buffer {
public:
  // Fills from the start of the room; fewer bytes than that, or none, at the end.
  using source = std::function<std::size_t(char* to, std::size_t room)>;
  static constexpr std::size_t padding = 128;

  void begin(source from);
  // Reads up to `count` further bytes. False at the end.
  bool more(std::size_t count);
  // Forgets the bytes before `at`.
  void forget();

  [[nodiscard]] std::string_view rest() const { return {bytes_.data() + at, size_ - at}; }
  [[nodiscard]] bool ended() const { return ended_; }
  // A text that does not end in a line feed gets one.
  void end_line();

  std::size_t at = 0; // where the next row begins

private:
  source from_;
  std::vector<char> bytes_;
  std::size_t size_ = 0;
  bool ended_ = false;
};

class row_reader {
public:
  row_reader(find_marks by, meaning& to) : search_(by), meaning_(to) {}

  // Of the rows that follow.
  void use(const layout& columns, char delimiter);

  // Takes each row that begins before `stop`, an offset in the buffer, and leaves `from.at` at the first one
  // that does not. The number of lines passed. What it cannot go on behind is the batch's fault.
  std::uint64_t read(buffer& from, std::size_t stop, batch& into);

  // Whether a row of as many cells as the header has stands at the start of a text; rows that cannot be told at
  // a glance do not.
  [[nodiscard]] bool fits(std::string_view text);

private:
  struct place {
    column which;
    std::uint32_t number;
  };
  enum class next { go_on, stop };

  [[nodiscard]] marks search(std::string_view text);
  next take_marked(buffer& from, const marks& found, std::size_t stop);
  next take_row(const char* text, const std::uint32_t* ends, std::size_t count);
  next take_odd(buffer& from);
  next take_cells(std::size_t count, bool raw, const std::string& odd);
  next get_more(buffer& from, std::size_t seen);
  next refuse(std::string reason, std::string help = {});
  [[nodiscard]] std::uint64_t line() const;
  void pass(buffer& from, std::size_t size, std::uint64_t lines);

  find_marks search_;
  meaning& meaning_;
  layout layout_;
  char delimiter_ = ',';
  std::vector<place> wanted_;
  picked_cells cells_;
  std::vector<std::uint32_t> ends_; // from its second: before a first cell ends none, just before the text
  std::vector<std::uint32_t> row_ends_;
  splitter splitter_{','};

  batch* into_ = nullptr;
  std::uint64_t lines_ = 0;     // passed
  std::string_view before_row_; // not passed yet
};

} // namespace proviso::logins
