// What a contract says about rules: severities, parameters, waivers.
#pragma once

#include "checking/check.hpp"

#include <vector>

namespace proviso::checking {

// The severity of a rule: configuration, then the contract's `treat`, then flags, each beating those before.
[[nodiscard]] severity severity_of(const rule& one, const model::contract& contract, const settings& how);

// The rule's parameters as the contract sets them on that day.
[[nodiscard]] std::vector<value> parameters_of(const rule& one, const model::contract& contract,
                                               base::day today);

// Before anything is judged: rules and parameters that the contract names and the book does not have, and
// values of another type than the parameter's.
void check_adjustments(const rulebook& rules, const model::contract& contract, base::diagnostics& faults);

// Marks the findings that a waiver of the contract accepts today, where `mark` says so; notes which waivers met
// one, unknown where that is undetermined itself.
void waive(std::vector<finding>& findings, const model::contract& contract, base::day today, bool mark,
           std::vector<base::truth>& used);

} // namespace proviso::checking
