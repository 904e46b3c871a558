// What a problem holds at the most: ranges of everything that a proof may split.
#pragma once

#include "verifying/recount.hpp"

namespace proviso::verifying {

struct range {
  optimizing::count low = 0;
  optimizing::count high = 0;
};

// The purchases that a node of a proof stands for. Numbers of users that are not listed are free.
struct scope {
  std::vector<std::vector<range>> quantities; // by offer and stretch
  std::vector<std::vector<range>> packs;
  std::vector<std::vector<range>> overage; // blocks, by offer and window
  struct users {
    std::uint32_t segment = 0;
    std::uint32_t choice = 0;
    range taken;
  };
  std::vector<users> choices;
};

// Every purchase that can be worth it: no quantity beyond what serves all users of an offer by itself in each
// window, and reaches its last tier; no more overage than all of an offer's logins.
[[nodiscard]] scope everything(const optimizing::problem& of);

// More than any of these purchases costs.
[[nodiscard]] wide beyond_any(const optimizing::problem& of, const scope& all);

// The least and the greatest quantity for sale in the range; low > high where there is none.
[[nodiscard]] range sold_in(const optimizing::stretch& offered, range wanted);

} // namespace proviso::verifying
