// What a run in a pipeline may ask for beyond a report: a baseline, what a change touches, a bound on the
// increase of costs, evidence.
#pragma once

#include "base/diagnostic.hpp"
#include "base/rational.hpp"
#include "cli/options/settings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::cli {

struct cost_limit {
  base::rational most;
  std::string currency; // empty: each contract's own
  given stated;
};

struct pipeline_request {
  std::optional<given> baseline; // its file
  bool write_baseline = false;
  std::optional<cost_limit> max_increase; // over the cost in the baseline
  std::vector<given> changed;             // paths, lists of them, or "-"
  std::optional<given> evidence;          // its folder
};

inline constexpr std::string_view usual_baseline = ".proviso-baseline.json";

// "2_000_000.00" or "2_000_000.00 USD"; none where it is not given, or with a diagnostic.
[[nodiscard]] std::optional<cost_limit> read_limit(const given* from, base::diagnostics& faults);

// What does not go together is a diagnostic.
[[nodiscard]] pipeline_request read_pipeline(const settings& options, base::diagnostics& faults);

} // namespace proviso::cli
