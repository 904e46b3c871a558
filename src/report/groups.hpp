// Findings that read as one: of one rule on one subject at the same places, they differ in their period and its
// figures.
#pragma once

#include "checking/finding.hpp"

#include <vector>

namespace proviso::report {

using group = std::vector<const checking::finding*>;

// Each as its first finding comes.
[[nodiscard]] std::vector<group> grouped(const std::vector<checking::finding>& findings);

} // namespace proviso::report
