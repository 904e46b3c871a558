// A request that is well formed and cannot be met, such as a rename to what is no name.
#pragma once

#include <exception>
#include <string>

namespace proviso::editor {

struct refused : std::exception {
  explicit refused(std::string because) : why(std::move(because)) {}
  [[nodiscard]] const char* what() const noexcept override { return why.c_str(); }

  std::string why; // for the user
};

} // namespace proviso::editor
