// SHA-256 of texts and files, in hexadecimal digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace proviso::cli {

[[nodiscard]] std::string sha256(std::string_view text);

// Read piece by piece; none where the file cannot be read.
[[nodiscard]] std::optional<std::string> sha256_of_file(const std::string& path);

} // namespace proviso::cli
