// Figures that stand over a text: what the contract and each SKU cost, and where members become cheaper.
#pragma once

#include "editor/analysis.hpp"

#include <string>
#include <vector>

namespace proviso::editor {

struct lens {
  base::span at; // of the name it stands over
  std::string text;
};

// None where the contract has faults.
[[nodiscard]] std::vector<lens> lenses_of(const analysis& in);

} // namespace proviso::editor
