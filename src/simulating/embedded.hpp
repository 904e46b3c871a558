// The schemas that the program carries in itself.
#pragma once

#include "base/embedded.hpp"

#include <span>

namespace proviso::simulating {

// Sorted by path: "simulation.schema.json".
[[nodiscard]] std::span<const base::embedded_file> embedded_schemas();

} // namespace proviso::simulating
