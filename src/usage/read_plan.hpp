// A plan in TOML to values. Every mistake is a diagnostic with the line of the TOML file.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "usage/plan.hpp"

namespace proviso::usage {

// Empty, with diagnostics, where the source has a fault: half a plan is never judged. What depends on the
// contract (its name, SKUs, months, objects) is checked by `bind_plan`.
[[nodiscard]] std::optional<plan> read_plan(const base::sources& from, std::uint32_t source,
                                            base::diagnostics& faults);

} // namespace proviso::usage
