// No run writes over what it read, nor twice to one place.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "cli/options/settings.hpp"
#include "cli/output/outcome.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace proviso::cli {

struct written_path {
  std::string path;      // empty: standard output
  std::string_view what; // "report", "list of users"
  bool is_folder = false;
};

// A diagnostic for each that is an input, whatever the names of the two, or the same as another; for a folder,
// that holds an input or what else is written.
void check_overwriting(const std::vector<written_path>& all, const std::vector<std::string>& inputs,
                       base::diagnostics& faults);

// The text to where -o says, else to standard output; refused where that is an input.
[[nodiscard]] outcome printed(std::string text, const settings& options,
                              const std::vector<std::string>& inputs);

[[nodiscard]] std::vector<std::string> names_of(const base::sources& all);

} // namespace proviso::cli
