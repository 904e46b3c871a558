// Reads input files, and says why one cannot be read.
#pragma once

#include "base/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace proviso::loading {

inline constexpr std::size_t largest_input = 64 * 1024 * 1024;

// The bytes of a file. Empty, with a diagnostic at the words that name the file (nowhere: the command line),
// where it cannot be read, is a folder, or is larger than `largest_input`. A missing file comes with the
// nearest name beside it.
[[nodiscard]] std::optional<std::string> read_file(const std::string& path, base::span named_at,
                                                   base::diagnostics& faults);

// The same for standard input, which messages call by that name.
[[nodiscard]] std::optional<std::string> read_standard_input(const std::string& name,
                                                             base::diagnostics& faults);

} // namespace proviso::loading
