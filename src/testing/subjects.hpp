// What a test may expect a finding for: a name that nothing bears would let "expect no RULE for NAME" hold
// always.
#pragma once

#include "base/source.hpp"
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

// A bare name that is none of theirs is a fault at its place. What stands in quotes may be any text.
void check_subjects(const std::vector<const syntax::expect*>& all, const bearers& of,
                    const base::sources& sources, base::diagnostics& faults);

} // namespace proviso::testing
