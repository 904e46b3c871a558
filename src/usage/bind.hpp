// Whether a plan fits a contract: its name, its SKUs, the contract's months, what the catalogue knows.
#pragma once

#include "base/diagnostic.hpp"
#include "model/catalogue.hpp"
#include "model/contract.hpp"
#include "usage/plan.hpp"

namespace proviso::usage {

// Reports each name the contract and the catalogue do not know, with the nearest they do, and each observed
// month that does not start with a month of the contract. A plan for another contract is one fault and no more.
// Days outside the term are no fault of the plan's form.
void bind_plan(const plan& planned, const model::contract& to, const model::catalogue& known,
               base::diagnostics& faults);

} // namespace proviso::usage
