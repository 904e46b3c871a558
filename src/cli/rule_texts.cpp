#include "cli/rule_texts.hpp"

#include "cli/options/configuration.hpp"

namespace proviso::cli {

loading::library open_library(const settings& options, base::diagnostics& faults) {
  const auto* folder = options.one("rules");
  return folder == nullptr ? loading::library::embedded()
                           : loading::library::of_folder(folder->value, folder->at, faults);
}

namespace {

loading::library configured(settings options, base::sources& sources, base::diagnostics& faults) {
  (void)offer_configuration(options, sources, faults);
  return open_library(options, faults);
}

} // namespace

rule_texts::rule_texts(const settings& options, base::diagnostics& faults)
    : files_(sources_, configured(options, sources_, faults), std::nullopt),
      book_(checking::rulebook::of(files_.load_rules(faults), faults)) {}

} // namespace proviso::cli
