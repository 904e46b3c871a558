// The two halves of the text report and the words they share.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace proviso::report::text {

enum class tone { error, warning, note, open, quiet, strong };

// The words in the tone's colour, or as they are.
[[nodiscard]] std::string painted(std::string_view words, tone in, bool colour);

// Harmless and on one line.
[[nodiscard]] std::string line(std::string_view foreign);
// Harmless; its further lines are indented, so that none can pass for a line of the report.
[[nodiscard]] std::string paragraph(std::string_view foreign, std::size_t indent);

// "17,785.00", "17,785.00 USD"
[[nodiscard]] std::string amount(const base::rational& value, const model::contract& of);
[[nodiscard]] std::string money(const base::rational& value, const model::contract& of);

// "1 error", "2 errors"
[[nodiscard]] std::string counted(std::int64_t count, std::string_view noun);
// "2 errors, 1 warning"; "none" where there are none.
[[nodiscard]] std::string counts(const tally& of);

// Findings with their places, those that differ in their period only read as one.
[[nodiscard]] std::string findings(const report& all, const contract_report& of, bool colour);

// What was checked, on what assumptions, and what it costs.
[[nodiscard]] std::string statement(const report& all, const contract_report& of, bool colour);

} // namespace proviso::report::text
