// What the values of options are: paths, or some of a few words. Shells complete by it, proviso.toml reads
// paths from its own folder by it.
#pragma once

#include "cli/command.hpp"

#include <string_view>

namespace proviso::cli {

struct option_value {
  enum class kind { text, file, folder, words } is = kind::text;
  std::string_view words; // separated by blanks
};

// Of an option of a command; text where nothing is known.
[[nodiscard]] option_value value_of(std::string_view command, std::string_view option);

// Of the words that are no options.
[[nodiscard]] option_value argument_of(std::string_view command);

} // namespace proviso::cli
