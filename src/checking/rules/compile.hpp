// From a rule as written to a rule that can run: every name is looked up and every type checked before anything
// runs. Each fault is a diagnostic at its part of the rule; a part with a fault causes no further ones.
#pragma once

#include "base/diagnostic.hpp"
#include "checking/rules/rule.hpp"

#include <optional>

namespace proviso::checking {

// Empty where the rule has a fault. The tree must outlive the result.
[[nodiscard]] std::optional<rule> compile(const syntax::rule& written, base::diagnostics& faults);

} // namespace proviso::checking
