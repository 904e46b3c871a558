// A simulation told: for people, for programs and spreadsheets, for a pull request or a mail.
#pragma once

#include "base/day.hpp"
#include "simulating/simulate.hpp"

#include <string>
#include <string_view>

namespace proviso::simulating {

struct occasion {        // of what a simulation was made
  std::string plan_file; // empty: what was observed alone
  base::day as_of;
};

[[nodiscard]] std::string to_text(const simulation& of, const occasion& when);
[[nodiscard]] std::string to_markdown(const simulation& of, const occasion& when);
[[nodiscard]] std::string to_csv(const simulation& of);
// One object, described by `simulation_schema`.
[[nodiscard]] std::string to_json(const simulation& of, const occasion& when);
[[nodiscard]] std::string_view simulation_schema();

} // namespace proviso::simulating
