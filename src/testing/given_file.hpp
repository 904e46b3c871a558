// A text that stands in a test for a file, for readers that take files: it lies in memory, and only this
// program sees it.
#pragma once

#include "base/diagnostic.hpp"

#include <deque>
#include <string>
#include <string_view>

namespace proviso::testing {

class given_files {
public:
  given_files() = default;
  given_files(const given_files&) = delete;
  given_files& operator=(const given_files&) = delete;
  ~given_files();

  // The path of a file with that text, as long as this object lives; empty where the system gives no memory for
  // it.
  [[nodiscard]] std::string add(std::string_view kind, std::string_view text);
  // "given logins" in place of such a path.
  void name_in(base::diagnostics& faults) const;

private:
  struct file {
    int descriptor = -1;
    std::string path;
    std::string called;
  };
  std::deque<file> files_; // the last first: a path may begin with one that is shorter
};

} // namespace proviso::testing
