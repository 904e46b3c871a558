// What the body of a method runs, as far as names and declared types tell, and what it does to records.
#pragma once

#include "tracing/drawing.hpp"

namespace proviso::tracing {

void draw_body(drawing& to, member at);

} // namespace proviso::tracing
