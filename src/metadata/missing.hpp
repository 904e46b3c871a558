// What files name and no file describes: it may be in the org all the same.
#pragma once

#include "metadata/org.hpp"

#include <vector>

namespace proviso::metadata {

// Members of groups and sites, whoever registers, profiles of sharing sets, classes behind components, and what
// manifests ask for; each once by name, in this order.
[[nodiscard]] std::vector<gap> missing_files(const org& of);

} // namespace proviso::metadata
