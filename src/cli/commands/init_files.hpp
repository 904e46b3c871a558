// The files of a project that starts: texts from answers.
#pragma once

#include "cli/commands/init_answers.hpp"

namespace proviso::cli {

inline constexpr std::string_view placeholder_price =
    "1.00"; // where none is known: a contract has to state one

// A contract of the language, not yet in its layout; and its plan.
[[nodiscard]] std::string first_contract(const init_answers& from);
[[nodiscard]] std::string first_plan(const init_answers& from);
[[nodiscard]] std::string first_configuration(const init_answers& from);

} // namespace proviso::cli
