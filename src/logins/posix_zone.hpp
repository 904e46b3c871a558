// The rule at the end of a zone file, for the years after its table: "PST8PDT,M3.2.0,M11.1.0".
#pragma once

#include "logins/zone.hpp"

namespace proviso::logins {

// The stretches that begin after `last`, up to the year 2100. Empty where the rule cannot be read.
[[nodiscard]] std::optional<std::vector<stretch>> follow_rule(std::string_view rule, seconds last);

} // namespace proviso::logins
