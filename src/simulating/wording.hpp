// Words and figures that the formats share.
#pragma once

#include "simulating/simulate.hpp"

#include <string>
#include <vector>

namespace proviso::simulating {

// "12.3%" of the runs; "<0.1%" and ">99.9%" where neither none nor all are meant; a range where some are
// undecided.
[[nodiscard]] std::string chance(std::int64_t runs, std::int64_t all, std::int64_t undecided = 0);
// "5%"
[[nodiscard]] std::string percent(const base::rational& share);
// "17,785.00", or "unknown"
[[nodiscard]] std::string amount(const simulation& of, const base::known<base::rational>& value);

struct cost_line {
  std::string label; // "mean", "5%"
  base::rational cost;
};
[[nodiscard]] std::vector<cost_line> cost_lines(const cost_outcome& of);

// "key-dealers has more users than members in 3.4% of runs, most often in 2029-12-15..2030-01-14 (3.1%)"
[[nodiscard]] std::string sentence_on(const simulation& of, const ceiling_outcome& ceiling);

struct sizing_line {
  std::string label; // "bought", "least cost", "at most 5%"
  base::known<quantity_outcome> found;
};
[[nodiscard]] std::vector<sizing_line> lines_of(const simulation& of, const sizing& one);

// At most so many of the curve, both ends among them.
[[nodiscard]] std::vector<quantity_outcome> thinned(const std::vector<quantity_outcome>& curve,
                                                    std::size_t most);

} // namespace proviso::simulating
