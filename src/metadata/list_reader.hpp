// Reads files that are lists of names: the members of groups and sites, whom and what sharing sets are for,
// what manifests ask for.
#pragma once

#include "metadata/elements.hpp"
#include "metadata/part.hpp"

#include <string_view>

namespace proviso::metadata {

// Each after a section was opened; goes past its end.
void read_group_section(std::string_view name, elements& from, part& into);
void read_network_section(std::string_view name, elements& from, part& into);
void read_sharing_section(std::string_view name, elements& from, part& into);
void read_manifest_section(std::string_view name, elements& from, part& into);

} // namespace proviso::metadata
