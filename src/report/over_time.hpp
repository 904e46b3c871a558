// How usage moved over the months that were seen: a section of what `proviso usage` tells.
#pragma once

#include "observing/observe.hpp"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace proviso::report {

// Empty where fewer months were seen whole than tell anything, or nobody knows who is on which license.
[[nodiscard]] std::string over_time_as_text(const model::contract& contract,
                                            const observing::observation& seen);
// Null likewise.
[[nodiscard]] nlohmann::ordered_json over_time_as_json(const model::contract& contract,
                                                       const observing::observation& seen);

} // namespace proviso::report
