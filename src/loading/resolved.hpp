// What a file declares together with all that it uses: catalogue, contracts and rules.
#pragma once

#include "checking/rules/rulebook.hpp"
#include "loading/project.hpp"
#include "model/resolve.hpp"

#include <memory>
#include <vector>

namespace proviso::loading {

struct resolved_file {
  bundle files;
  std::unique_ptr<model::catalogue> catalogue; // contracts point into it
  std::vector<model::contract> contracts;      // those the named file declares itself
  checking::rulebook rules;
};

// Names that `waive`, `treat` and `set` give are checked too. Where a part of a text could not be read, only
// faults that do not follow from that are told, and there are no contracts.
[[nodiscard]] resolved_file resolve(bundle files, base::diagnostics& faults);

} // namespace proviso::loading
