// How far the reading of login histories has come, on one line of a terminal; nothing where standard error is
// none.
#pragma once

#include "logins/count.hpp"

#include <string>

namespace proviso::cli {

class progress_line {
public:
  progress_line();
  ~progress_line(); // the line goes
  progress_line(const progress_line&) = delete;
  progress_line& operator=(const progress_line&) = delete;

  // Empty where nobody watches.
  [[nodiscard]] logins::watcher watcher() const;

private:
  bool shown_;
};

// "412 MiB of 1,029 MiB, 2,233,000 rows, 812 MiB/s, 1 s left"
[[nodiscard]] std::string in_words(const logins::progress& so_far, std::uint64_t milliseconds);

} // namespace proviso::cli
