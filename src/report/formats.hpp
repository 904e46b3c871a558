// One function a format, each in a file of its own. The same report gives the same bytes.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace proviso::report {

// For people: findings with the clauses they come from, then what was checked and what it costs. Nothing that
// came from an input reaches the terminal as a control character.
[[nodiscard]] std::string to_text(const report& all, bool colour);

// For programs: one object, described by `report_schema`.
[[nodiscard]] std::string to_json(const report& all);

// The JSON Schema (draft 7) of the JSON report.
[[nodiscard]] std::string_view report_schema();

} // namespace proviso::report
