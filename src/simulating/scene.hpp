// Everything that is the same in every run, ready to be run, and what the runs add up to.
#pragma once

#include "simulating/bill.hpp"
#include "simulating/demand.hpp"
#include "simulating/lock_day.hpp"
#include "simulating/pool.hpp"
#include "simulating/simulate.hpp"

#include <vector>

namespace proviso::simulating {

struct scene_pool {
  std::uint32_t sku = 0;
  pool limits;
  day_shares shares;
  std::vector<std::vector<std::size_t>> streams; // populations whose seasons are the same
  std::int64_t kept = 0;                         // of this many runs the logins of each window are kept
};

struct scene_ceiling {
  std::uint32_t sku = 0;
  bool accounts = false;
  std::vector<std::int64_t> most; // users by month; below 0: not known
};

struct scene {
  const metering::assessment& all;
  settings asked;
  std::vector<population_source> populations;
  std::vector<scene_pool> pools;
  std::vector<scene_ceiling> ceilings;
  bill invoice;
  std::size_t months = 0;
};

[[nodiscard]] scene scene_of(const metering::assessment& all, const settings& how,
                             std::vector<std::string>& assumed, base::diagnostics& faults);

// Sums over runs: whoever adds them up in whatever order gets the same.
struct pool_tally {
  std::vector<std::int64_t> exceeded;  // by window
  std::vector<std::int64_t> undecided; // by window
  std::vector<wide> logins;            // by window, in all runs
  std::vector<std::int64_t> days;      // by day of the term, on which it ran out
  std::int64_t any = 0;
  std::int64_t any_undecided = 0;
};

struct tally {
  std::vector<pool_tally> pools;
  std::vector<ceiling_outcome> ceilings;
  std::int64_t unpriced = 0; // runs with logins in excess that no clause prices
  std::int64_t stopped = 0;  // months and charges that were beyond what is counted

  tally() = default;
  explicit tally(const scene& of);
  void add(const tally& other);
};

struct kept_runs {
  std::vector<money> costs;                       // by run
  std::vector<std::vector<std::int64_t>> windows; // by pool: logins by run and window
};

// The runs from `first` up to, without, `end`.
[[nodiscard]] tally play(const scene& of, std::int64_t first, std::int64_t end, kept_runs& keep);

// Quantities for each stretch of a pool.
[[nodiscard]] base::known<std::vector<sizing>> sizings_of(const scene& of, const scene_pool& pool,
                                                          const std::vector<std::int64_t>& windows);

} // namespace proviso::simulating
