// Holds a JSON text against a JSON Schema.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace proviso::support {

// What of the text the schema does not allow, one line each with the place: "#/summary/errors: …". Empty if it
// is valid. A text that is not JSON is a violation too; a schema that cannot be read throws.
std::string schema_violations(std::string_view json, const std::filesystem::path& schema);

} // namespace proviso::support
