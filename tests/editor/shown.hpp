// JSON as a reader of transcripts wants it: a value a line, ranges as FROM-TO.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace proviso::support {

[[nodiscard]] std::string shown(const nlohmann::json& value);

} // namespace proviso::support
