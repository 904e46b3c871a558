// Which version of a flow runs, where files hold several of them or a definition says which.
#pragma once

#include "metadata/org.hpp"

#include <string>
#include <string_view>

namespace proviso::metadata {

struct versioned_name {
  std::string name;
  int version = 0; // 0: it ends in none
};

// "New_Lead-2" is version 2 of New_Lead: names of flows hold no hyphen, and before version 44 of the API the
// file of each version was named so.
[[nodiscard]] versioned_name without_version(std::string_view file_name);

// Says of each flow whether it runs. A definition names the version that does, 0 for none. Without one the
// status of each tells: Active runs; Draft, InvalidDraft and Obsolete do not. A status that is not known, or
// contradicts the definition, is a doubt; a version that runs and that no file holds is a gap. Source: Metadata
// API Developer Guide, Flow and FlowDefinition.
void settle_versions(org& of);

} // namespace proviso::metadata
