// What a run found out about contracts, as plain data: every format reads this and nothing else.
#pragma once

#include "base/day.hpp"
#include "base/source.hpp"
#include "checking/finding.hpp"
#include "metering/assessment.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace proviso::observing {
struct observation; // what exports show: observing/observe.hpp
}

namespace proviso::savings {
struct advice; // what to buy instead: savings/savings.hpp
}

namespace proviso::report {

struct rule_card { // what a reader may ask about a rule
  std::string title;
  std::string because;
  std::string source;
};

using rule_cards = std::map<std::string, rule_card, std::less<>>;

struct contract_report {
  const metering::assessment* assessment = nullptr; // with its contract and its plan
  std::string file;                                 // as the user named it
  std::string plan_file;                            // empty: no plan was used
  const observing::observation* seen = nullptr;     // null: no exports were given
  std::vector<checking::finding> findings;
  std::vector<checking::check> checks;
  rule_cards rules;
  std::vector<checking::finding> known{}; // those of the baseline: they were there before and count no more
  std::int64_t untouched = 0;             // findings left out: the change touches no place of theirs
  const savings::advice* saved = nullptr; // null: not asked for, or not known
  std::string unsaved{};                  // why it is not known

  [[nodiscard]] const model::contract& contract() const { return *assessment->contract; }
  // Null where no rule has the name.
  [[nodiscard]] const rule_card* rule(std::string_view name) const;
};

struct report {
  std::string version; // of the program
  base::day as_of;     // what every finding takes for today
  const base::sources* sources = nullptr;
  std::vector<contract_report> contracts;
  bool has_baseline = false; // so that `known` says something
  bool of_change = false;    // so that `untouched` does
};

// A waived finding counts as waived only, an undetermined one as undetermined only.
struct tally {
  int errors = 0;
  int warnings = 0;
  int infos = 0;
  int undetermined = 0;
  int waived = 0;
  int known = 0;              // in the baseline
  std::int64_t untouched = 0; // by the change
};

[[nodiscard]] tally count(const std::vector<checking::finding>& findings);
[[nodiscard]] tally count(const contract_report& of);
[[nodiscard]] tally count(const report& all);

// Errors first, then warnings, notes, what is undetermined and what is waived; within these as the files go.
void into_reading_order(std::vector<checking::finding>& findings);

} // namespace proviso::report
