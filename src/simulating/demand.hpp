// What a population may do: each of its months is known from exports, drawn from what its plan states, or one
// of its observed months drawn again.
#pragma once

#include "base/diagnostic.hpp"
#include "metering/assessment.hpp"
#include "simulating/day_sums.hpp"
#include "simulating/log_normal.hpp"
#include "simulating/scale.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace proviso::simulating {

// The fewest observed months of which one is drawn again.
inline constexpr std::size_t fewest_months = 3;
inline constexpr std::int64_t most_planned = 100'000'000; // users of a population in a month
inline constexpr std::int64_t most_drawn = 1'000'000'000;

struct activity { // of a population in a month
  std::int64_t users = 0;
  std::int64_t logins = 0;
};

struct month_source {
  enum class kind { seen, drawn, resampled } how = kind::drawn;
  activity seen;            // all there was; else what is there at least
  std::int64_t planned = 0; // users
  scale logins;             // of login days
};

struct population_source {
  const usage::population* population = nullptr;
  std::uint32_t place = 0;              // in the plan: whose numbers are drawn, whoever else is simulated
  std::uint32_t sku = 0;                // by its place in the contract
  std::optional<log_normal> spread;     // none: users are as planned
  std::shared_ptr<const day_sums> days; // null: logins do not count
  std::vector<activity> past;           // observed whole months
  std::vector<month_source> months;
};

// One for each population of the SKUs that are wanted (by place in the contract). What cannot be drawn from is
// a diagnostic that says what to state; what the draws rest on is said in `assumed`.
[[nodiscard]] std::vector<population_source> sources_of(const metering::assessment& all,
                                                        const std::vector<bool>& wanted,
                                                        std::vector<std::string>& assumed,
                                                        base::diagnostics& faults);

// All months of a run. The number of months in which more users were drawn than are counted is returned: they
// are counted as `most_drawn`.
int draw(const population_source& from, std::uint64_t seed, std::uint64_t run, std::span<activity> months);

} // namespace proviso::simulating
