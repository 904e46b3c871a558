// The cheapest purchase for a problem, with a bound that proves it or tells how far it may be from the
// cheapest. Doubles guide the search, whole numbers decide; work is counted in steps, not by the clock, so that
// a machine gives the same answer whenever it is asked.
#pragma once

#include "optimizing/certificate.hpp"

namespace proviso::optimizing {

struct effort {
  count work = 20'000'000'000; // elementary steps after which the best so far is taken; some 10^9 take a second
  count gap_ppm = 0;           // ends when (cost - bound) <= cost × gap_ppm / 10^6
};

enum class outcome {
  proven,     // cost == bound, or the gap asked for was reached with gap_ppm
  gap,        // served, and bound < cost
  infeasible, // nothing that may be bought serves every user; `why` proves it with a bound beyond any cost
  unserved,   // nothing was found, and nothing proves that there is none
  refused     // the problem is malformed or too large; see `refusal`
};

struct solution {
  outcome status = outcome::refused;
  std::string refusal;
  certificate found; // empty where nothing was found
};

[[nodiscard]] solution solve(const problem& of, const effort& limits = {});

// What a purchase costs, rounding and least cost included; empty where it does not serve every user, is not for
// sale, or does not fit the problem.
[[nodiscard]] std::optional<money> cost(const problem& of, const purchase& bought);

} // namespace proviso::optimizing
