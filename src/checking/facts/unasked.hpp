// Objects that a contract speaks of and a retrieve left out: profiles come without what they grant on them.
#pragma once

#include "metadata/org.hpp"
#include "model/contract.hpp"

#include <vector>

namespace proviso::checking {

// One gap a manifest that asks for profiles, beside which there are some, and not by name for each object that
// a restriction names; custom objects may be asked for by a wildcard. An object on which some profile grants
// something was asked for. Source: Metadata API Developer Guide, Profile.
[[nodiscard]] std::vector<metadata::gap> unasked_objects(const model::contract& contract,
                                                         const metadata::org& found);

} // namespace proviso::checking
