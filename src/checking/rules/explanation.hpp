// Why a finding is there: the rule's conditions and amounts with the figures of its records, and how each came
// about. Plain data; the report renders it.
#pragma once

#include "base/source.hpp"
#include "checking/check.hpp"

#include <string>
#include <vector>

namespace proviso::checking {

struct explained_fact {
  std::string written; // in the rule: "w.due"
  std::string figure;  // "7,114"
  std::string meaning; // the fact's documentation
  std::vector<std::string> derivation;
};

struct comparison {     // one of the condition
  std::string written;  // "w.used > share"
  std::string figures;  // "95% > 90%"
  std::string distance; // "5%": how far the two are apart; empty where they are no figures
  base::truth holds = base::truth::unknown;
};

struct explained_amount {
  std::string word;    // "cost", "saves"
  std::string written; // "w.overage"
  std::string figure;
};

struct explanation {
  std::vector<std::string> records; // "w: portal-logins, 2028-10-15..2029-01-14"
  std::vector<comparison> conditions;
  std::vector<explained_fact> facts; // each once, those of the conditions first
  std::vector<explained_amount> amounts;
};

// `of` is a finding of `check_contract` with the same rules, assessment and settings; `from` holds their texts.
[[nodiscard]] explanation explain(const finding& of, const rulebook& rules, const metering::assessment& all,
                                  const settings& how, const base::sources& from);

} // namespace proviso::checking
