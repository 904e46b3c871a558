// Reads the metadata of projects from their folders: the door of the layer.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "metadata/org.hpp"

#include <string>
#include <vector>

namespace proviso::metadata {

inline constexpr std::size_t largest_file = 64 * 1024 * 1024;

struct read_settings {
  unsigned jobs = 0;              // threads; 0: as many as there are processors
  std::size_t most_faults = 1000; // told of; the rest is counted
  std::size_t largest = largest_file;
};

// Folders are read in their order, files by path, whatever the number of threads. A file that cannot be read,
// is malformed or too large is a diagnostic; a text is kept no longer than it is read.
[[nodiscard]] org read_org(const std::vector<base::stated<std::string>>& folders, base::sources& sources,
                           const read_settings& how, base::diagnostics& faults);

struct text_file {  // a text that stands for a file
  std::string path; // in the project: "profiles/Dealer.profile"
  std::string content;
};

// The same for texts. A path that describes no metadata is a diagnostic.
[[nodiscard]] org read_texts(const std::vector<base::stated<text_file>>& files, base::sources& sources,
                             base::diagnostics& faults);

} // namespace proviso::metadata
