// What a project file says: where the packages are, and which namespace is theirs.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "metadata/org.hpp"

#include <string>
#include <vector>

namespace proviso::metadata {

struct project {
  std::vector<base::stated<std::string>>
      hidden;             // package directories that a walk below its folder does not meet
  std::string name_space; // in lower case; empty: none
};

// A package directory that is not there is a gap; one outside of the project is refused.
[[nodiscard]] project read_project(const std::string& file, base::sources& sources, std::vector<gap>& gaps,
                                   base::diagnostics& faults);

} // namespace proviso::metadata
