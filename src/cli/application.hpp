// The commands and their options as CLI11 models them: the line is split by this, and shells complete by it.
#pragma once

#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <string>

namespace proviso::cli {

// "--plan", "-o"
[[nodiscard]] std::string flag_of(const option& of);

// Adds the command with its options.
void declare(CLI::App& app, const command& form);

// An application without commands.
void declare_front(CLI::App& app);

} // namespace proviso::cli
