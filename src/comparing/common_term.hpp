// Two drafts over the days that both hold: only what they cost there is for the same months.
#pragma once

#include "base/known.hpp"
#include "metering/assessment.hpp"

namespace proviso::comparing {

struct common_term {
  base::period days;
  model::contract a; // the draft that runs on, as if it ended with the days; the other one as it is
  model::contract b;
};

// Unknown where the drafts begin on different days, as their contract years and what a plan says of them are
// then others; and where the one that runs on cannot end with the other: within a month, or within what is
// charged in one sum.
[[nodiscard]] base::known<common_term> in_common(const metering::assessment& a, const metering::assessment& b);

} // namespace proviso::comparing
