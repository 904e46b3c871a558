// Where files are and where a `use` leads: to a pack of the library, or to a file that lies in the project.
#pragma once

#include "base/diagnostic.hpp"
#include "loading/library.hpp"
#include "syntax/tree.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace proviso::loading {

struct file_location {
  std::optional<std::size_t> in_library; // its number there
  std::filesystem::path path;            // else on disk, as named
  std::filesystem::path project;         // the folder it may not leave, canonical

  // The same for all names of one file.
  [[nodiscard]] std::string key() const;
};

// A file that the user names. It belongs to the project in `folder` if it lies there, else to its own folder.
[[nodiscard]] file_location named_file(const std::filesystem::path& path,
                                       const std::optional<std::filesystem::path>& folder);

// The files that `use` brings in from a file; none, with a diagnostic at its name, where it leads nowhere or
// out of the project. A file on disk is not opened here.
[[nodiscard]] std::vector<file_location> find_used(const library& rules, const file_location& from,
                                                   const syntax::text& name, base::diagnostics& faults);

// A file named in another, from that one's folder; none, with a diagnostic, where it lies outside the project.
[[nodiscard]] std::optional<file_location> file_beside(const file_location& from, const syntax::text& name,
                                                       base::diagnostics& faults);

} // namespace proviso::loading
