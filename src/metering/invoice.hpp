// The invoice: commitments, packs, overage and true-ups as rounded lines, and their sums.
#pragma once

#include "metering/assessment.hpp"

namespace proviso::metering {

// Fills `charges` and `totals` from months and windows.
void write_invoice(assessment& all);

} // namespace proviso::metering
