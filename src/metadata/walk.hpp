// Finds the metadata files of a project: every package directory that its project file names, and whatever else
// lies below the folder, at any depth, in source and MDAPI format.
#pragma once

#include "base/diagnostic.hpp"
#include "metadata/org.hpp"
#include "metadata/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::metadata {

struct found_file {
  std::string path;  // as named
  std::string name;  // of what it describes, decoded
  std::string owner; // what its parts have in common: the folder of a decomposed set; else the path
  file_kind is = file_kind::profile;
  std::uint64_t size = 0;
  bool accompanied = false; // it is metadata only beside a file of its name in source format
};

struct found_files {
  std::vector<found_file> files;     // by path
  std::vector<std::string> projects; // project files
};

inline constexpr std::size_t most_files = 1'000'000;
inline constexpr int deepest_folder = 64;

// Hidden folders and node_modules hold no metadata. A link may lead to a file of the tree; one that leads out
// of it, or to a folder, is refused with a diagnostic unless the folder is in the tree and so read by its own
// name. A folder or file that cannot be read is a diagnostic as well.
[[nodiscard]] found_files walk(const base::stated<std::string>& folder, base::diagnostics& faults);

void sort_by_path(std::vector<found_file>& files);

// What a file of this path describes; none where it is no metadata that matters here.
[[nodiscard]] std::optional<found_file> describe(std::string_view path);

// %20 and its like as the bytes they stand for; a '%' without two digits stays.
[[nodiscard]] std::string percent_decoded(std::string_view name);

} // namespace proviso::metadata
