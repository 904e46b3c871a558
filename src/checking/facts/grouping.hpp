// Permission set groups as holders of access: what they add to their sets.
#pragma once

#include "checking/facts/standing.hpp"
#include "metadata/org.hpp"

#include <vector>

namespace proviso::checking {

// A set without a license may be anybody's; in a group with one that has a license it is for holders of that
// license, as nobody else can be given the group. So each group that has both is a holder, of that license, of
// what its sets without one give after muting; what its other sets give is theirs. By license: one for people
// inside the company first, then one that the catalogue knows. In the order of files.
[[nodiscard]] std::vector<metadata::holder> group_holders(const metadata::org& found, const standings& known);

} // namespace proviso::checking
