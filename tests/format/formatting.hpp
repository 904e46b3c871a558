// A text in the canonical layout, for tests to compare.
#pragma once

#include <gtest/gtest.h>
#include <string>

namespace proviso::format {

// Formatted, and formatted once more; what is wrong with it where it cannot be.
[[nodiscard]] std::string formatted(const std::string& text);

// A contract with these clauses, formatted: its block, without the lines that open and close it.
[[nodiscard]] std::string in_contract(const std::string& clauses);

// The same of a rule.
[[nodiscard]] std::string in_rule(const std::string& clauses);

} // namespace proviso::format
