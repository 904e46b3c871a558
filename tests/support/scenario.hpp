// A contract and a plan from texts, read and metered as the program does it.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "metering/assess.hpp"
#include "model/resolve.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace proviso::support {

// Everything an assessment points into; faults are those of all steps, rendered.
struct scenario {
  base::sources sources;
  model::catalogue catalogue;
  std::vector<model::contract> contracts;
  std::optional<usage::plan> plan;
  metering::assessment all;
  base::diagnostics faults;

  [[nodiscard]] std::string rendered_faults() const;
  [[nodiscard]] const metering::sku_assessment& sku(std::string_view name) const;
};

// The contract text may leave out the catalogue: licenses `basic` (20 accounts per login) and `plus` are there.
// Without a plan text there is no plan. Nothing is metered where a step before has faults.
[[nodiscard]] std::unique_ptr<scenario> read_scenario(std::string_view contract, std::string_view plan = {});

// The same for a contract without faults; a fault ends the test with its text.
[[nodiscard]] std::unique_ptr<scenario> sound_scenario(std::string_view contract, std::string_view plan = {});

} // namespace proviso::support
