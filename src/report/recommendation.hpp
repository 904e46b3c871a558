// The recommendation of the JSON report. Private to this layer.
#pragma once

#include "report/report.hpp"

#include <nlohmann/json.hpp>

namespace proviso::report {

[[nodiscard]] nlohmann::ordered_json recommendation(const savings::advice& of, const model::contract& in);

} // namespace proviso::report
