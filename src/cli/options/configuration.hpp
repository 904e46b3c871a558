// proviso.toml: the nearest one upwards from the working folder. Its keys are the long options of commands
// with '_' for '-', and the files to check.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "cli/options/settings.hpp"

#include <filesystem>
#include <optional>

namespace proviso::cli {

// What only the configuration can say, under names that no option has.
inline constexpr std::string_view configured_contracts = "contracts"; // files, folders, globs
inline constexpr std::string_view configured_severities =
    "severities"; // RULE=SEVERITY, weaker than the contract's

// Offers what it states, paths as seen from the working folder. Its folder, which bounds the project; none
// where there is no configuration.
[[nodiscard]] std::optional<std::filesystem::path> offer_configuration(settings& to, base::sources& sources,
                                                                       base::diagnostics& faults);

} // namespace proviso::cli
