// What was observed, told without a user's id or name: for people, for spreadsheets, for programs, and as a
// plan that `check` takes.
#pragma once

#include "observing/observe.hpp"

#include <string>
#include <vector>

namespace proviso::report {

struct usage_month {
  base::period days;
  bool whole = false;                       // the data covers it whole, and nobody's license is unknown
  std::vector<usage::observed_users> users; // by login days; under 0 who held the license and did not log in
  std::int64_t logins = 0;
  const usage::observed_month* entry = nullptr; // of the plan; null: none
};

struct usage_population {
  std::string name;
  std::string sku;                 // empty: no export says who is on which
  std::vector<usage_month> months; // with data
};

// Without an export of users everyone is the population "all".
[[nodiscard]] std::vector<usage_population> populations_of(const model::contract& contract,
                                                           const observing::observation& seen);

[[nodiscard]] std::string usage_as_csv(const std::vector<usage_population>& all);
[[nodiscard]] std::string usage_as_toml(const model::contract& contract, const observing::observation& seen,
                                        const std::vector<usage_population>& all);
[[nodiscard]] std::string usage_as_json(const model::contract& contract, const observing::observation& seen,
                                        const std::vector<usage_population>& all);
[[nodiscard]] std::string usage_as_text(const model::contract& contract, const observing::observation& seen,
                                        const std::vector<usage_population>& all);

// "▁▃█": each value as a bar, as high as its share of the largest.
[[nodiscard]] std::string sparkline(const std::vector<std::int64_t>& values);

} // namespace proviso::report
