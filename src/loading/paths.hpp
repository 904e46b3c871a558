// Places in the file system, told apart whatever they are called: by a link, through "..", with a slash at the
// end.
#pragma once

#include <filesystem>

namespace proviso::loading {

// Absolute, without links as far as it exists, and without a slash at the end.
[[nodiscard]] std::filesystem::path real_path(const std::filesystem::path& path);

// Whether a path is the folder or below it; both as real_path() gives them.
[[nodiscard]] bool lies_in(const std::filesystem::path& folder, const std::filesystem::path& path);

// False too where that cannot be told.
[[nodiscard]] bool exists(const std::filesystem::path& path);

} // namespace proviso::loading
