// The usage at which the cheaper of two drafts changes: the plan with all its users scaled, exact to one user
// of its largest entry.
#pragma once

#include "model/contract.hpp"
#include "usage/plan.hpp"

#include "base/known.hpp"
#include "base/rational.hpp"

#include <cstdint>
#include <vector>

namespace proviso::comparing {

struct scaled_cost { // both drafts with the largest entry of the plan at so many users
  std::int64_t users = 0;
  base::rational a;
  base::rational b;
};

struct flip {
  scaled_cost before; // the last before the flip, as one goes away from the plan
  scaled_cost after;  // one user on: another draft is the cheaper, or both cost the same, or no longer do
};

struct flips {
  std::int64_t planned = 0; // users of the largest entry
  std::int64_t most = 0;    // three times that, a thousand at least: looked at from none to there
  std::vector<flip> found;  // those below the plan, then those above it, the nearest first
  // Every count between was tried: no flip there is missing. Farther away only points a twentieth of the
  // plan apart were, and a flip there and back between two of them is not seen.
  std::int64_t tried_from = 0;
  std::int64_t tried_to = 0;
  bool cut_short = false; // too many: more may follow beyond the last on a side

  [[nodiscard]] bool tried_all() const { return tried_from == 0 && tried_to == most; }
};

// Unknown where a cost on the way is.
[[nodiscard]] base::known<flips> find_flips(const model::contract& a, const model::contract& b,
                                            const usage::plan& plan);

} // namespace proviso::comparing
