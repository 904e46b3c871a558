// The door of the layer: two drafts under one plan, what differs, what each difference is worth, and where the
// better draft changes.
#pragma once

#include "checking/check.hpp"
#include "comparing/clause.hpp"
#include "comparing/cost.hpp"
#include "comparing/favour.hpp"
#include "comparing/finding_pairs.hpp"
#include "comparing/flip.hpp"
#include "comparing/renewal.hpp"
#include "report/report.hpp"

#include <string>
#include <vector>

namespace proviso::comparing {

struct draft {
  std::string label; // "drafts/first.proviso", with the contract or the amendment where that tells them apart
  const metering::assessment* metered = nullptr;
  const std::vector<checking::finding>* findings = nullptr;
  const base::sources* sources = nullptr;
  const usage::plan* plan = nullptr; // the same for both, or what was observed as each counts it
};

struct difference {
  clause which; // without statements
  std::vector<statement> a;
  std::vector<statement> b;
  side better = side::neither;
  // What the better version saves under this plan at most: put alone into either draft. Unknown where the
  // clause moves no charge.
  base::known<base::rational> worth;
  bool depends = false;                        // better in one draft and worse in the other
  std::optional<base::rational> after_renewal; // of two caps: what the better one saves a month then, at most
};

// What tells which draft costs less: all of both terms where these are the same days, else the days that both
// hold, the draft that runs on taken as if it ended with them.
struct measured_cost {
  base::period days;
  base::rational a;
  base::rational b;
};

struct comparison {
  draft a;
  draft b;
  std::string plan_file; // empty: no plan
  bool observed = false; // usage is what exports show, where they do
  base::day as_of;
  std::vector<difference> clauses;
  std::vector<cost_line> costs;
  base::known<base::rational> cost_a; // over its own term
  base::known<base::rational> cost_b;
  base::known<measured_cost> measured;
  std::vector<renewal_line> renewals;
  finding_pairs findings;
  base::known<flips> turns; // on the same days as what is measured

  [[nodiscard]] bool same_term() const {
    return a.metered->contract->months.term() == b.metered->contract->months.term();
  }
};

// Both drafts are in one currency.
[[nodiscard]] comparison compare(draft a, draft b);

[[nodiscard]] std::string to_text(const comparison& of);
[[nodiscard]] std::string to_markdown(const comparison& of);
[[nodiscard]] std::string to_json(const comparison& of);

} // namespace proviso::comparing
