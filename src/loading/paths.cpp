#include "loading/paths.hpp"

#include <algorithm>

namespace proviso::loading {

namespace fs = std::filesystem;

fs::path real_path(const fs::path& path) {
  std::error_code error;
  auto result = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error)
    result = fs::absolute(path, error).lexically_normal();
  return result.has_filename() ? result : result.parent_path();
}

bool lies_in(const fs::path& folder, const fs::path& path) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

bool exists(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

} // namespace proviso::loading
