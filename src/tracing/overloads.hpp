// Which of several methods of one name a call means, as far as the number and the types of its arguments tell.
#pragma once

#include "tracing/drawing.hpp"

#include <string>
#include <vector>

namespace proviso::tracing {

// Types of arguments where a call stands; empty: not known.
[[nodiscard]] std::vector<std::string> argument_types(const drawing& in, const apex::mention& call,
                                                      type_id inside);

// Those of `all` that may be meant: one that is certain, or several that are not. All where none takes the
// arguments, as something of them is not read then.
[[nodiscard]] std::vector<start> choose(const drawing& in, const std::vector<member>& all,
                                        const std::vector<std::string>& arguments);

} // namespace proviso::tracing
