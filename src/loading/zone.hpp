// Time zones, from the system's zone files: whether one exists, and what day it is there now. Only the one file
// is read.
#pragma once

#include "base/day.hpp"
#include "base/diagnostic.hpp"
#include "base/span.hpp"

#include <optional>
#include <string>

namespace proviso::loading {

// A diagnostic with the nearest name where no zone has the name, or where the system has no zone files at all.
void check_zone(const base::stated<std::string>& zone, base::diagnostics& faults);

// In a zone that was checked; none: UTC.
[[nodiscard]] base::day today(const std::optional<base::stated<std::string>>& zone);

} // namespace proviso::loading
