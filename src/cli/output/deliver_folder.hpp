// A folder that takes its name only when all its files are written.
#pragma once

#include "cli/output/outcome.hpp"

#include <string>

namespace proviso::cli {

class pending_folder {
public:
  explicit pending_folder(const output_folder& of) : folder_(of) {}
  pending_folder(pending_folder&& other) noexcept;
  pending_folder& operator=(pending_folder&&) = delete;
  ~pending_folder(); // removes what has not taken its name

  [[nodiscard]] const std::string& path() const { return folder_.path; }

  // Writes the files into a folder beside it; the error number, 0 where all went well.
  [[nodiscard]] int write();
  // Gives that folder the name, at one blow where there is one already, which goes.
  [[nodiscard]] int take_name();

private:
  const output_folder& folder_;
  std::string target_;
  std::string temporary_; // empty: there is none
};

// The error number of writing a file whole and to the disk, 0 where all went well.
[[nodiscard]] int write_new_file(const std::string& path, const std::string& content);

} // namespace proviso::cli
