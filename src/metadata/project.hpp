// What a project file says: where the packages are.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "metadata/org.hpp"

#include <string>
#include <vector>

namespace proviso::metadata {

// The package directories of a project file that a walk below its folder would not meet: hidden ones. One that
// is not there is a gap; one outside of the project is refused.
[[nodiscard]] std::vector<base::stated<std::string>> hidden_packages(const std::string& project,
                                                                     base::sources& sources,
                                                                     std::vector<gap>& gaps,
                                                                     base::diagnostics& faults);

} // namespace proviso::metadata
