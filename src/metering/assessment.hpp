// What a contract costs and holds under a plan, month by month and window by window. Every figure follows from
// the model page; what the inputs do not give is unknown and says what is missing.
#pragma once

#include "base/known.hpp"
#include "base/rational.hpp"
#include "base/shared.hpp"
#include "base/truth.hpp"
#include "model/contract.hpp"
#include "usage/plan.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::metering {

using base::known;
using base::rational;

// One SKU in one contract month.
struct month_usage {
  int month = 0;
  base::shared<model::sku_terms> terms; // in force in the month
  bool observed = false;                // the figures were seen, not planned
  known<std::int64_t> users;
  known<std::int64_t> logins;   // of a SKU sold as logins
  std::int64_t least_users = 0; // that are there even where not all are known
  std::int64_t least_logins = 0;
  std::int64_t quantity = 0;    // purchased
  std::int64_t packs = 0;       // logins of packs in this month
  known<std::int64_t> entitled; // quantity + packs + rollover
  known<std::int64_t> accounts; // user records that may exist: a hard limit
  rational commitment; // the month's charge before it is rounded: quantity × price after tiers, discount
};

// One SKU in one window of its overage clause; a contract year where there is no such clause.
struct window {
  std::optional<model::measure> measured; // none: no overage clause, judged as a year and by its months
  bool blocked = false;                   // logins beyond are refused
  int first_month = 0;
  int last_month = 0;
  base::period days;
  known<std::int64_t> logins;
  bool at_least = false; // not all logins are known, but those that are exceed it: so do these figures
  known<std::int64_t> entitled;
  known<std::int64_t> grace;
  known<std::int64_t> over; // max(0, logins − entitled)
  known<std::int64_t> due;  // max(0, over − grace)
  known<rational> overage;  // rounded charge; unknown where it is not priced
  base::truth exceeded = base::truth::unknown;
  known<std::int64_t> needed; // the least addition per month, in whole blocks, with which nothing is due
  std::optional<base::day> locked_out; // blocked: the first day on which logins are refused
  base::span grace_at;                 // the clauses in force, nowhere where there is none
  base::span overage_at;
};

struct sku_assessment {
  const model::sku* sku = nullptr;
  std::vector<month_usage> months; // by month
  std::vector<window> windows;     // of a SKU sold as logins

  [[nodiscard]] const month_usage& in(int month) const { return months[static_cast<std::size_t>(month - 1)]; }
};

// A line of the invoice, rounded.
struct charge {
  enum class kind { commitment, pack, overage, true_up } what = kind::commitment;
  const model::sku* sku = nullptr; // none: a true-up
  int month = 0;
  rational amount;
  base::span at; // the clause it comes from
};

struct totals {
  rational cost; // of all that is priced
  bool complete = true;
  known<rational> commitment;
  known<rational> packs;
  known<rational> overage;
  known<rational> true_up;
  std::vector<std::string> missing; // why it is not complete, each reason once
};

// A population in one contract month.
struct population_month {
  known<std::int64_t> users;
  known<std::int64_t> logins;
  std::int64_t least_users = 0; // that are there even where not all are known
  std::int64_t least_logins = 0;
  bool observed = false;
};

struct population_usage {
  const usage::population* population = nullptr;
  const model::sku* sku = nullptr;
  std::vector<population_month> months;

  [[nodiscard]] const population_month& in(int month) const {
    return months[static_cast<std::size_t>(month - 1)];
  }
};

// A population's users with the same login days in an ordinary month.
struct band {
  const usage::population* population = nullptr;
  const model::sku* sku = nullptr;
  int login_days = 0;
  std::int64_t users = 0; // of the month that holds today, or of the nearest month of the term
  base::span at;
};

struct assessment {
  const model::contract* contract = nullptr;
  const usage::plan* plan = nullptr;         // none: usage is undetermined
  std::vector<sku_assessment> skus;          // in the contract's order
  std::vector<population_usage> populations; // in the plan's order
  std::vector<charge> charges;               // by month, then in the contract's order
  metering::totals totals;
};

} // namespace proviso::metering
