// Who holds a license today, and how often each came in the months that are seen whole.
#pragma once

#include "observing/gather.hpp"

#include <functional>
#include <span>

namespace proviso::observing {

// What one way to count makes of a user's logins in the months that are seen whole.
struct holder_units {
  measure by;
  std::int64_t total = 0;
  std::int64_t earlier = 0; // in the first half of the months; the middle one of an odd number is in neither
  std::int64_t later = 0;   // in the second half
};

struct holder_days {
  std::int64_t total = 0;              // login days
  int quiet = 0;                       // months at the end without any; all of them: never seen
  std::span<const holder_units> units; // by each way in which a SKU or quote sells logins of the license
};

// Calls `visit(user, where it leads, login days)` for each user who may log in and holds a license today: at a
// place, or one of several SKUs' that sell it alike.
using holder_visit = std::function<void(const org::user&, const route&, const holder_days&)>;
void each_holder(const source& from, router& routes, const holder_visit& visit);

} // namespace proviso::observing
