// Reads one [[population]] of a plan. Each key has a reader of this form; they report what is wrong and leave
// the population as far as it could be read.
#pragma once

#include "base/diagnostic.hpp"
#include "usage/plan.hpp"
#include "usage/toml_tree.hpp"

namespace proviso::usage {

// The value is a table.
[[nodiscard]] population read_population(const toml_value& table, base::diagnostics& faults);

void read_users(population& into, const toml_entry& entry, base::diagnostics& faults);
void read_login_days(population& into, const toml_entry& entry, base::diagnostics& faults);
void read_observed(population& into, const toml_entry& entry, base::diagnostics& faults);
void read_season(population& into, const toml_entry& entry, base::diagnostics& faults);
void read_access(population& into, const toml_entry& entry, base::diagnostics& faults);
void read_match(population& into, const toml_entry& entry, base::diagnostics& faults);

} // namespace proviso::usage
