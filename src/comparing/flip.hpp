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
  scaled_cost before; // the last at which the cheaper draft is that of the plan, towards the flip
  scaled_cost after;  // one user on: the other is cheaper, or both cost the same
};

struct flips {
  std::int64_t planned = 0; // users of the largest entry
  std::vector<flip> found;  // the nearest below and above the plan, from none to three times its users
};

// Unknown where a cost on the way is. Between two points a twentieth of the plan apart at which the same draft
// is cheaper, a flip there and back is not seen.
[[nodiscard]] base::known<flips> find_flips(const model::contract& a, const model::contract& b,
                                            const usage::plan& plan);

} // namespace proviso::comparing
