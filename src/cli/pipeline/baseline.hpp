// What is accepted for now: the findings that were there when the baseline was written, and what the contracts
// cost then. It only shrinks: what is gone is taken out, what is new never comes in.
#pragma once

#include "base/rational.hpp"
#include "report/report.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace proviso::cli {

struct accepted_cost {
  base::rational amount;
  std::string currency;
  bool complete = true; // else it was at least that
  int decimals = 2;     // of the currency
};

struct accepted_contract {
  accepted_cost cost;
  // By rule and subject: as many findings as there are fingerprints.
  std::map<std::pair<std::string, std::string>, std::set<std::string>> findings;

  [[nodiscard]] bool holds(const checking::finding& f) const;
};

struct baseline {
  std::map<std::string, accepted_contract, std::less<>> contracts; // by name

  [[nodiscard]] const accepted_contract* find(std::string_view contract) const;
};

// Everything that the run found and no waiver covers.
[[nodiscard]] baseline baseline_of(const report::report& all);

// The old one without what is gone, at the lower cost. A rule that had not what it needs says nothing of its
// findings, and neither does the run of contracts that it did not check: their entries stay.
[[nodiscard]] baseline shrunk(const baseline& old, const report::report& all);

// So many findings.
[[nodiscard]] std::size_t size_of(const baseline& all);

// Moves what the baseline holds from the findings to the known ones. Waived findings stay: their waiver speaks
// for them.
void set_known_apart(report::report& all, const baseline& accepted);

} // namespace proviso::cli
