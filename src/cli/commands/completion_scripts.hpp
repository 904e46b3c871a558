// What shells complete by, as scripts of each.
#pragma once

#include "cli/options/option_values.hpp"

#include <string>
#include <vector>

namespace proviso::cli {

struct completed_option {
  std::vector<std::string> flags; // "-h", "--help"
  bool takes_value = false;
  option_value value;
};

struct completed_command {
  std::string name; // empty: the front, without a command
  std::vector<completed_option> options;
  option_value argument;
};

// The front comes first.
[[nodiscard]] std::string completions_for_bash(const std::vector<completed_command>& all);
[[nodiscard]] std::string completions_for_zsh(const std::vector<completed_command>& all);
[[nodiscard]] std::string completions_for_fish(const std::vector<completed_command>& all);

} // namespace proviso::cli
