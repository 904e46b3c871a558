// Messages: figures as readers write them. 89,614; 17,785.00 USD; 2028-10-15..2029-01-14; fractions to two
// decimals, more where two figures of one message would look equal.
#pragma once

#include "checking/rules/evaluate.hpp"

#include <string>

namespace proviso::checking {

[[nodiscard]] std::string worded(const wording& text, const rule& in, evaluator& with);

// A value as a reader would write it: "none", "unknown", a name, a day, a figure with two decimals at least.
[[nodiscard]] std::string said(const value& v, type is, const facts& over);

// A quantity with that many decimals at least; a whole one without, save money, which has its minor unit.
[[nodiscard]] std::string figure(const base::rational& exact, shape unit, int decimals,
                                 const model::contract& of);

} // namespace proviso::checking
