// proviso completions: its page.
#pragma once

#include "cli/command.hpp"

namespace proviso::cli {

[[nodiscard]] outcome completions(const invocation& asked);

inline constexpr std::string_view completions_page = R"(proviso completions SHELL

  source <(proviso completions bash)
  proviso completions bash > ~/.local/share/bash-completion/completions/proviso
  proviso completions zsh > ~/.zfunc/_proviso
  proviso completions fish > ~/.config/fish/completions/proviso.fish

Prints what SHELL (bash, zsh or fish) needs to complete commands, options and their values.

  -o FILE      write to FILE, not to standard output
  -h, --help   show this page
)";

inline constexpr option options_of_completions[] = {{"out", option::takes::one, 'o'}};

} // namespace proviso::cli
