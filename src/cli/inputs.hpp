// Files, folders and globs to the files they mean.
#pragma once

#include "base/diagnostic.hpp"
#include "cli/options/settings.hpp"
#include "loading/project.hpp"

#include <string>
#include <vector>

namespace proviso::cli {

struct input_file {
  std::string path;    // "-": standard input
  base::span named_at; // in the configuration, else nowhere
  bool chosen = false; // by its own name, not as one of many in a folder or glob
};

enum class folders { flat, deep }; // whether a folder means those below it too

// In the order named, within a folder or glob by name; each file once. What matches nothing is a diagnostic.
[[nodiscard]] std::vector<input_file> find_inputs(const std::vector<given>& names, base::diagnostics& faults,
                                                  folders how = folders::flat);

// The file with all it uses, or standard input under `name`, which becomes its path.
[[nodiscard]] loading::bundle load(loading::project& in, input_file& input, const std::string& name,
                                   base::diagnostics& faults);

} // namespace proviso::cli
