// A small project under git that a pipeline checks, with the program as it was just built.
#pragma once

#include "support/folder.hpp"
#include "support/process.hpp"

#include <string>
#include <vector>

namespace proviso::test {

// Of the repository: what hooks, action and template stand in.
[[nodiscard]] std::string root();

class project {
public:
  // contracts/shop.proviso with its plan and proviso.toml, committed; it has no errors, but warnings.
  project();

  // A shell command in its folder, with these variables and the program on the PATH.
  support::ended run(const std::string& command, std::vector<std::string> variables = {}) const;
  void write(const std::string& file, const std::string& text) const;
  [[nodiscard]] std::string read(const std::string& file) const;
  [[nodiscard]] bool has(const std::string& file) const;

private:
  support::temporary_folder folder_;
};

// The contract of the project with that quantity; its plan needs 500 logins a month.
[[nodiscard]] std::string shop(const std::string& quantity);

} // namespace proviso::test
