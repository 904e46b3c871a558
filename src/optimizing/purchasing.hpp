// What to buy of one offer for given users and logins: good, not always the cheapest.
#pragma once

#include "optimizing/usage.hpp"

namespace proviso::optimizing {

struct deal {
  std::optional<money> cost; // with the others' charges; empty where nothing was found that serves
  std::vector<count> quantities;
  std::vector<bool> packs;
};

// Starts from `hint` and improves one quantity or pack after the other; quantities stay below `reach`. `others`
// is what other offers charge.
[[nodiscard]] deal good_deal(const problem& of, const offer& from, const offer_usage& used,
                             const std::vector<count>& reach, const bill& others, const deal& hint);

} // namespace proviso::optimizing
