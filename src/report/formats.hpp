// One function a format, each in a file of its own. The same report gives the same bytes.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace proviso::report {

// For people: findings with the clauses they come from, then what was checked and what it costs. Nothing that
// came from an input reaches the terminal as a control character.
[[nodiscard]] std::string to_text(const report& all, bool colour);

// For programs: one object, described by the schema of "report".
[[nodiscard]] std::string to_json(const report& all);

// For editors and scripts: one line a finding, "file:line:column: error[rule]: message".
[[nodiscard]] std::string to_concise(const report& all);

// For spreadsheets: one row a finding, with a header.
[[nodiscard]] std::string to_csv(const report& all);

// For a comment on a pull request: a table a contract.
[[nodiscard]] std::string to_markdown(const report& all);

// For code scanning: SARIF 2.1.0. What is waived is suppressed, what is undetermined open.
[[nodiscard]] std::string to_sarif(const report& all);

// For pipelines that show tests: every rule a case. Errors fail it, what is undetermined skips it.
[[nodiscard]] std::string to_junit(const report& all);

// For GitHub Actions: annotations. Without what is waived.
[[nodiscard]] std::string to_github(const report& all);

// For GitLab: a code quality report. Without what is waived.
[[nodiscard]] std::string to_gitlab(const report& all);

// For people without the program: one page that holds all it shows, needs no scripts and prints well.
[[nodiscard]] std::string to_html(const report& all);

// The JSON Schema (draft 7) of the JSON report, the "baseline" or the manifest of "evidence".
[[nodiscard]] std::string_view schema_of(std::string_view name);

} // namespace proviso::report
