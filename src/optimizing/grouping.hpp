// Segments merged into fewer, so that a relaxation of many users stays small.
#pragma once

#include "optimizing/relaxation.hpp"

namespace proviso::optimizing {

// Each segment with users alone, where they are few; else those with one menu and nearly the same logins
// together.
[[nodiscard]] std::vector<group> groups_of(const problem& of);

} // namespace proviso::optimizing
