// What the figures of a report rest on: which days login histories cover and who in them is in no pool, and
// what was assumed where nothing says more. As it came: each format makes it harmless in its own way.
#pragma once

#include "logins/tally.hpp"
#include "observing/coverage.hpp"
#include "report/report.hpp"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace proviso::report {

// Empty where no logins were given.
[[nodiscard]] std::vector<std::string> observed(const contract_report& of);
[[nodiscard]] std::vector<std::string> assumptions(const contract_report& of);

// Null where no logins were given.
[[nodiscard]] nlohmann::ordered_json observed_as_json(const contract_report& of);
[[nodiscard]] nlohmann::ordered_json days_as_json(const std::optional<base::period>& of);
// Those between files; empty where there are none.
[[nodiscard]] nlohmann::ordered_json gaps_as_json(const observing::coverage& of);
[[nodiscard]] nlohmann::ordered_json read_as_json(const logins::figures& read);

} // namespace proviso::report
