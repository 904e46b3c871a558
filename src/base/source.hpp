// Texts under study: a name, the bytes, and where the lines begin.
#pragma once

#include "base/span.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::base {

struct location {
  std::size_t line = 1;   // from 1
  std::size_t column = 1; // from 1, in code points
};

struct lasting { // a text that stays as long as the program runs: it is not copied
  std::string_view text;
};

class source {
public:
  source(std::string name, std::string text);
  source(std::string name, lasting text);
  // A file that is read when its text is first asked for. What cannot be read any more, and what lies beyond
  // `most` bytes, is missing from the text: places there are the end of it.
  source(std::string name, std::size_t most);
  source(const source&) = delete;
  source& operator=(const source&) = delete;

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::string_view text() const {
    if (unread_ > 0)
      read();
    return text_;
  }
  [[nodiscard]] location locate(std::uint32_t offset) const;
  // The line without its end; `number` counts from 1.
  [[nodiscard]] std::string_view line(std::size_t number) const;
  // The offset of a location; the end of the line where the column lies beyond it.
  [[nodiscard]] std::uint32_t offset(location at) const;

private:
  void read() const;
  void index_lines() const;

  std::string name_;
  mutable std::string owned_;
  mutable std::string_view text_;
  mutable std::size_t unread_ = 0;            // the most bytes to read; 0: there is nothing to read any more
  mutable std::vector<std::uint32_t> starts_; // filled on first use: a clean file never needs it
};

// All texts of a run. Spans name a source by its number here; sources never move once added.
class sources {
public:
  // The number of the new source, from 1. Texts of 4 GiB and more are the caller's to refuse.
  std::uint32_t add(std::string name, std::string text);
  std::uint32_t add(std::string name, lasting text);
  // A file of which only a place or two will be asked for, if any.
  std::uint32_t add_file(std::string path, std::size_t most);
  [[nodiscard]] const source& operator[](std::uint32_t number) const { return all_[number - 1]; }
  [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
  [[nodiscard]] std::string_view text(span at) const;

private:
  std::deque<source> all_;
};

} // namespace proviso::base
