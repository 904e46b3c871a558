// How the cost of a contract adds up, for a person who wants to recompute it by hand.
#pragma once

#include "report/report.hpp"

#include <string>

namespace proviso::report {

// Every line of the invoice with the sum so far, and every window of a pool with its figures.
[[nodiscard]] std::string arithmetic_of(const contract_report& of);

} // namespace proviso::report
