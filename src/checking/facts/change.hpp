// Dated entries of contract and plan: ramps, packs, users, access. When each takes effect, and whether the term
// holds it.
#pragma once

#include "metering/assessment.hpp"

#include <optional>
#include <vector>

namespace proviso::checking {

struct change {
  enum class kind { ramp, pack, users, observed, access } of = kind::ramp;
  const model::sku* sku = nullptr;               // of a population: the one it uses
  const usage::population* population = nullptr; // of users, observed and access
  base::day date;
  base::span at;
  bool by_month = false;                 // takes effect with a month; else by the day
  std::optional<base::day> takes_effect; // the day after the term: never; none: it is dated outside the term
  bool in_term = false;
};

// The contract's in its order, then the plan's.
[[nodiscard]] std::vector<change> changes(const metering::assessment& all);

} // namespace proviso::checking
