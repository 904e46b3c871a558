// Metadata from texts, and what was read of it as lines.
#pragma once

#include "base/source.hpp"
#include "metadata/read.hpp"

#include <string>
#include <vector>

namespace proviso::metadata::testing {

struct reading {
  base::sources sources;
  base::diagnostics faults;
  org found;

  // "message | help" at "file:line:column", one a line.
  [[nodiscard]] std::string faults_text() const;
  // "profile Dealer (Customer Community): create, read Case at 5" with the line of each grant, one a line.
  [[nodiscard]] std::string holders_text() const;
  [[nodiscard]] std::string place(base::span at) const; // "file:line:column"
};

[[nodiscard]] reading read(std::vector<text_file> files);
[[nodiscard]] reading read_folder(const std::string& folder);

// <objectPermissions> with these elements true.
[[nodiscard]] std::string object_permissions_of(const std::string& object,
                                                const std::vector<std::string>& granted);
[[nodiscard]] text_file permission_set_of(const std::string& name, const std::string& content);

} // namespace proviso::metadata::testing
