// The door of the layer: rules and a metered contract in, findings and verdicts out.
#pragma once

#include "base/diagnostic.hpp"
#include "checking/finding.hpp"
#include "checking/rules/rulebook.hpp"
#include "metadata/org.hpp"
#include "metering/assessment.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::observing {
struct observation; // what exports show: observing/observe.hpp
}

namespace proviso::checking {

struct severity_override { // from configuration or flags
  std::string rule;
  checking::severity severity = checking::severity::error; // or off
};

struct settings {
  base::day today;
  std::vector<severity_override> configured; // the contract's `treat` beats them
  std::vector<severity_override> flags;      // beat both
  bool use_waivers = true;
  const metadata::org* found = nullptr;         // in metadata; null: none was read
  const observing::observation* seen = nullptr; // null: no exports were given
  std::int64_t most_steps = 20'000'000; // parts of expressions that one rule may evaluate: a few seconds
};

struct outcome {
  std::vector<finding> findings; // errors first, then by rule, day, subject and message
  std::vector<check> checks;     // one for each rule that is not off, by name
};

// Unknown rules and parameters in the contract, and parameters of another type than the rule's, are faults with
// their clauses; the outcome is then not to be used.
[[nodiscard]] outcome check_contract(const rulebook& rules, const metering::assessment& all,
                                     const settings& how, base::diagnostics& faults);

struct judgement {
  metering::assessment figures;
  outcome found;
};

// A contract metered under a plan, which may be null, and checked; empty where either finds a fault.
[[nodiscard]] std::optional<judgement> judge(const model::contract& contract, const usage::plan* plan,
                                             const rulebook& rules, const settings& how,
                                             base::diagnostics& faults);

// "error", "warning", "info", "off"; empty where there is no such severity.
[[nodiscard]] std::optional<severity> parse_severity(std::string_view word);

} // namespace proviso::checking
