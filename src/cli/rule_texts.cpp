#include "cli/rule_texts.hpp"

namespace proviso::cli {

library open_library(const settings& options, base::diagnostics& faults) {
  const auto* folder = options.one("rules");
  return folder == nullptr ? library::embedded() : library::of_folder(folder->value, folder->at, faults);
}

rule_texts::rule_texts(const settings& options, base::diagnostics& faults)
    : files_(sources_, open_library(options, faults), std::nullopt),
      book_(checking::rulebook::of(files_.load_rules(faults), faults)) {}

} // namespace proviso::cli
