// The schemas and the style that the program carries in itself.
#pragma once

#include "base/embedded.hpp"

#include <span>

namespace proviso::report {

// Sorted by path: "report.schema.json".
[[nodiscard]] std::span<const base::embedded_file> embedded_schemas();
// "html.css", of the page in HTML.
[[nodiscard]] std::span<const base::embedded_file> embedded_styles();

} // namespace proviso::report
