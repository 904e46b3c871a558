// What an editor underlines in a text: faults, and what the rules found.
#pragma once

#include "editor/analysis.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace proviso::editor {

struct remark {
  enum class weight { error = 1, warning = 2, information = 3 } severity = weight::error;
  base::span at;                   // in the text itself
  std::string_view code;           // the rule; empty: a fault
  std::string message;             // with the way out and the reason, a line each
  std::string help;                // the way out alone, where a fault or a fix says one
  std::vector<base::label> others; // anywhere
};

// More than anybody reads in a margin; the rest is counted in one further remark.
inline constexpr std::size_t most_remarks = 500;

// Faults in the order of the text, else findings in reading order; what is waived is left out.
[[nodiscard]] std::vector<remark> remarks_of(const analysis& in);

} // namespace proviso::editor
