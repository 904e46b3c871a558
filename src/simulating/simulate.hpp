// The door of the layer: a contract, its plan and what was observed in; how often, when and at what cost demand
// exceeds what was bought out. Each run is one way the whole term may go; "Simulation" of the model page says
// what is drawn. The same seed gives the same figures on every machine and with any number of threads, and the
// first runs of many are those of few.
#pragma once

#include "simulating/demand.hpp"
#include "simulating/pool.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace proviso::simulating {

inline constexpr std::int64_t most_runs = 10'000'000;

struct settings {
  std::uint64_t seed = 1;
  std::int64_t runs = 10'000;
  unsigned jobs = 1;
  std::vector<bool> wanted; // by SKU of the contract
  base::rational limit;     // the chance of running out that is tolerated
  base::day today{};        // windows that are over by then are no chance any more
};

// Days on which a pool runs out, among the runs in which it does: by nearest rank.
struct day_range {
  base::day early; // 5 %
  base::day middle;
  base::day late; // 95 %
};

struct window_outcome {
  int first_month = 0;
  int last_month = 0;
  base::period days;
  bool blocked = false;
  std::int64_t exceeded = 0;  // runs
  std::int64_t undecided = 0; // runs in which it depends on what the contract does not say
  std::optional<day_range> when;
  base::rational mean_logins;
};

// The cost of a SKU in a stretch of months if it had that quantity in them: commitment and overage.
struct quantity_outcome {
  std::int64_t quantity = 0;
  base::known<base::rational> mean_cost; // unknown where excess is refused
  std::int64_t over = 0;                 // runs in which a window of the stretch is exceeded
};

// Months, from that of today on, in which one quantity is purchased; the other months stay as they are.
struct sizing {
  base::period days;
  std::int64_t runs = 0;  // on which it rests, the first ones
  std::int64_t least = 0; // that may be bought: minimum and accounts
  quantity_outcome purchased;
  base::known<quantity_outcome> cheapest;
  base::known<quantity_outcome> safe; // the least with which `over` is within the limit
  std::vector<quantity_outcome> curve;
};

struct pool_outcome {
  const model::sku* sku = nullptr;
  std::vector<window_outcome> windows;
  std::vector<std::int64_t> by_month; // runs in which it runs out on a day of the month
  std::int64_t any = 0;               // runs in which it runs out in a window that is not over yet
  std::int64_t undecided = 0;         // runs in which only that is undecided
  base::known<std::vector<sizing>> sizings;
};

// Users beyond what may exist: members, or accounts of a pool.
struct ceiling_outcome {
  const model::sku* sku = nullptr;
  bool accounts = false;
  std::vector<std::int64_t> by_month; // runs
  std::int64_t any = 0;
};

inline constexpr std::array<int, 7> cost_percents{1, 5, 25, 50, 75, 95, 99};

struct cost_outcome {
  std::array<base::rational, cost_percents.size()> quantiles; // by nearest rank
  base::rational mean;
  base::rational least;
  base::rational most;
};

struct simulation {
  const metering::assessment* of = nullptr;
  settings asked;
  std::vector<std::string> assumed;
  std::vector<pool_outcome> pools;
  std::vector<ceiling_outcome> ceilings;
  base::known<cost_outcome> cost;
};

// `all` is of the contract under its plan, with observed months in it where there are any. What cannot be drawn
// is a diagnostic, and the result is then not to be used.
[[nodiscard]] simulation simulate(const metering::assessment& all, const settings& how,
                                  base::diagnostics& faults);

// The share of runs in which a pool runs out, with those that are undecided: nothing is passed that is not
// known.
[[nodiscard]] base::rational chance_at_most(const simulation& of, const pool_outcome& pool);

} // namespace proviso::simulating
