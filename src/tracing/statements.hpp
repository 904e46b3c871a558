// What one statement of Apex does to which records, where that can be told.
#pragma once

#include "tracing/drawing.hpp"

namespace proviso::tracing {

struct place { // where a statement stands
  type_id type = 0;
  node_id node = 0;
  const apex::method* method = nullptr;
};

// Adds sites for what is done without asking what the user may do, or what cannot be told. Statements in user
// mode are judged by the holder's own permissions.
void add_statement(drawing& to, const place& in, const apex::touch& one);

} // namespace proviso::tracing
