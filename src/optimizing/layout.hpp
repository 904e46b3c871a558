// The rows and the decisions of a problem, numbered: what multipliers price, and what a search may split.
#pragma once

#include "optimizing/certificate.hpp"

namespace proviso::optimizing {

enum class row_kind : std::uint8_t { window, stretch, uncovered };

// What binds users to purchases. Logins of a window; users in the months of a stretch, or in those of none.
struct row {
  row_kind kind = row_kind::window;
  std::uint32_t offer = 0;
  std::uint32_t part = 0;
  bool binds = true; // users are not counted where users_per_unit is 0, and months of none may not exist
};

// A whole number to decide, from 0 to `most`: a quantity, a pack, or blocks of overage.
struct decision {
  splitting what = splitting::quantity;
  std::uint32_t offer = 0;
  std::uint32_t part = 0;
  count most = 0;
};

// What one unit of a decision adds to a row: months or logins; where the row is a window, its share of grace
// besides.
struct coverage {
  std::uint32_t row = 0;
  count amount = 0;
};

struct layout {
  std::vector<row> rows;
  std::vector<std::uint32_t> first_row; // by offer: its windows, stretches, uncovered months
  std::vector<decision> decisions;
  std::vector<std::uint32_t> first_decision;  // by offer: its stretches, packs, windows' overage
  std::vector<std::vector<coverage>> covered; // by decision
  std::vector<std::vector<count>> charged;    // by decision: how many of its charges each period of a bill has
  std::vector<std::size_t> first_choice;      // by segment, see first_choices
  std::vector<std::vector<count>> lost; // by load and month: what rounding may take at the most, in numerators
  count most_use = 0;                   // the largest sum of a profile
  std::vector<count> open_choices;      // by load: choices of segments that have others, too
};

[[nodiscard]] layout layout_of(const problem& of);

// How many multipliers there are: one for each row, then one for each period of the problem.
[[nodiscard]] inline std::size_t multipliers_of(const problem& of, const layout& by) {
  return by.rows.size() + of.periods.size();
}

// The months that two runs share.
[[nodiscard]] count shared_months(const run& a, const run& b);

// The most that are in `offer.users` in the months of a row of users; 0 where none are named.
[[nodiscard]] count fixed_users(const problem& of, const row& at);

} // namespace proviso::optimizing
