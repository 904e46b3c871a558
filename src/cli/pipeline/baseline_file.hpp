// A baseline as a file: JSON, described by the schema "baseline".
#pragma once

#include "base/diagnostic.hpp"
#include "cli/pipeline/baseline.hpp"

#include <optional>
#include <string>

namespace proviso::cli {

// Sorted, one finding a line group, so that two branches merge.
[[nodiscard]] std::string to_json(const baseline& of);

// `name` is the file's. Without a value, where the text is no baseline: a diagnostic says what is wrong where.
[[nodiscard]] std::optional<baseline> read_baseline(const std::string& text, const std::string& name,
                                                    base::span named_at, base::diagnostics& faults);

} // namespace proviso::cli
