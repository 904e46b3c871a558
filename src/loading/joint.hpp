// Which SKUs are judged as one: those that nobody who is seen can be told to be on.
#pragma once

#include "model/join.hpp"
#include "usage/plan.hpp"

namespace proviso::loading {

// The contract for usage that was seen, by exports or by months that the plan calls observed: SKUs whose users
// the plan does not tell are joined where they sell one license alike.
[[nodiscard]] model::contract joined_for(model::contract of, const usage::plan* plan, bool exports);

} // namespace proviso::loading
