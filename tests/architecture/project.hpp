// The project's own files, as the tests of its shape read them. Tests run in the project's folder.
#pragma once

#include "support/folder.hpp"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

namespace proviso::support {

using path = std::filesystem::path;

// Every file below a folder, sorted; those of build/ and of hidden folders are not the project's.
inline std::vector<path> files_below(const path& folder) {
  std::vector<path> files;
  for (auto entry = std::filesystem::recursive_directory_iterator(folder); entry != end(entry); ++entry) {
    const auto name = entry->path().filename().string();
    if (entry->is_directory() && (name == "build" || name.starts_with('.'))) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      files.push_back(entry->path().lexically_normal());
    }
  }
  std::ranges::sort(files);
  return files;
}

inline bool is_code(const path& file) {
  return file.extension() == ".hpp" || file.extension() == ".cpp";
}

inline std::vector<path> code_below(const path& folder) {
  auto files = files_below(folder);
  std::erase_if(files, [](const path& file) { return !is_code(file); });
  return files;
}

// What the first group of the expression matches, each time it is found.
inline std::vector<std::string> found(const std::string& text, const std::regex& expression) {
  std::vector<std::string> all;
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
    all.push_back((*at)[1]);
  }
  return all;
}

} // namespace proviso::support
