// Whom and when a test may expect a finding for: a name that nothing bears, or a day that no finding can have,
// would let "expect no RULE for NAME on DAY" hold always.
#pragma once

#include "checking/check.hpp"
#include "metadata/org.hpp"
#include "syntax/tree.hpp"
#include "usage/plan.hpp"

#include <vector>

namespace proviso::testing {

struct bearers { // of names
  const model::contract& contract;
  const usage::plan* plan = nullptr;    // with what was observed; null: none
  const metadata::org* found = nullptr; // null: no metadata
  const checking::outcome& outcome;     // a finding's own subject is one
};

// A name that is none of theirs is a fault at its place, and so is one of a SKU where the rule is about
// populations.
void check_subjects(const std::vector<const syntax::expect*>& all, const bearers& of,
                    const checking::rulebook& rules, base::diagnostics& faults);

// A day outside the term is one too, unless a finding of that rule has it; and another day than that judged on
// where the rule is about that alone, as those on metadata are. Outside the term its nearest day is judged on.
void check_days(const std::vector<const syntax::expect*>& all, const bearers& of,
                const checking::rulebook& rules, base::day today, base::diagnostics& faults);

} // namespace proviso::testing
