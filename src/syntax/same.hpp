// Whether two texts say the same: their trees are equal but for where things stand.
#pragma once

#include "syntax/tree.hpp"

namespace proviso::syntax {

[[nodiscard]] bool same(const file& a, const file& b);

} // namespace proviso::syntax
