// A run as arguments that repeat it.
#pragma once

#include "base/day.hpp"
#include "cli/command.hpp"

#include <string>
#include <vector>

namespace proviso::cli {

// "check", the files and what flags and variables said, in the order of the command's page; today as the day
// that was taken for it. Without what only says where results go or how fast; proviso.toml is an input and says
// its part again.
[[nodiscard]] std::vector<std::string> replay_of_check(const invocation& asked, base::day today);

} // namespace proviso::cli
