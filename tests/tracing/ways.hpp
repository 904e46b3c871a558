// The ways from the first holder of some files to what is done to records.
#pragma once

#include "metadata/read.hpp"

#include <string>
#include <vector>

namespace proviso::tracing::testing {

// Each site, "?" before it where it is only possible, "!" where it may not run; then what cannot be told.
std::string ways(std::vector<metadata::text_file> files);

} // namespace proviso::tracing::testing
