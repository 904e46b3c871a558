// Words about savings that the formats share. Private to this layer.
#pragma once

#include "report/report.hpp"
#include "savings/savings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::report {

[[nodiscard]] std::string title_of(savings::step_kind step); // "move users between logins and members"
// "7,800.00", or "undetermined" where users who may move cannot be told apart.
[[nodiscard]] std::string saves_of(const savings::step& step, const model::contract& in);
// "at 1.99 and below", "at none down to 0.00": the nearest value, if there is one, or how far it was looked.
[[nodiscard]] std::string below_of(const savings::turn& turn, const std::optional<base::rational>& value);
[[nodiscard]] std::string above_of(const savings::turn& turn, const std::optional<base::rational>& value);
[[nodiscard]] std::string
when_of(const savings::step& step); // "now", "at renewal"; empty where nothing is saved
[[nodiscard]] std::string binds_of(const savings::step& step); // "term, block of 1,000 of portal-logins"

// "saves 14,400.00 USD of 24,000.00 (60.0%): costs 9,600.00", or that nothing does.
[[nodiscard]] std::string verdict_of(const savings::advice& of, const model::contract& in);

// "proven: no purchase costs less"; "at most 0.01% above the cheapest"; or why nothing is known.
[[nodiscard]] std::string certainty_of(const savings::advice& of, const model::contract& in);

// "0.00 to 600.00", "300.00 or more": what a search bounds; "undetermined" where it bounds nothing.
[[nodiscard]] std::string range_of(const savings::range& of, const model::contract& in);
// "9,000.00", "46,800.00 with what it lacks to serve the plan"; only of one that is known.
[[nodiscard]] std::string written_of(const savings::what_if& of, const model::contract& in);
// "9,000.00"; "24,000.00 to 33,600.00" and then why, where it is not proven; only of one that is known.
[[nodiscard]] std::string cheapest_of(const savings::what_if& of, const model::contract& in);
[[nodiscard]] std::string doubt_of(const savings::what_if& of); // "", "; the search leaves out …"

struct purchase_row {
  std::string sku;
  base::day start;
  std::int64_t quantity = 0;
  std::int64_t written = 0; // that the contract has; 0 for a quote
  bool quote = false;
  base::rational cost;            // its commitments, packs and overage
  std::vector<model::pack> taken; // packs of a quote
  std::vector<model::pack> left;  // packs that the contract has
};
// What is bought, in the contract's order, with what is no longer bought. True-ups are in none.
[[nodiscard]] std::vector<purchase_row> purchase_of(const savings::advice& of);

// "written: 1,000", "a quote", and which packs are taken or left.
[[nodiscard]] std::string origin_of(const purchase_row& row);

struct move_row {
  std::string population;
  int login_days = -1; // -1: all that do not move otherwise
  std::int64_t users = 0;
  std::string from;
  std::string to;
  bool whole = false; // all of the population
};
[[nodiscard]] std::vector<move_row> moves_of(const savings::advice& of);

struct chart_row {
  std::int64_t quantity = 0;
  std::optional<base::rational> cost; // none where it does not serve
  std::size_t bar = 0;                // 1 to 41: from the cheapest to the dearest
  bool chosen = false;
};
// Cost against the quantity of the stretch that costs most, all else as recommended.
struct cost_chart {
  std::string sku;
  base::day start;
  std::vector<chart_row> rows; // none where there is nothing to compare
};
[[nodiscard]] cost_chart chart_of(const savings::advice& of, const model::contract& in);

} // namespace proviso::report
