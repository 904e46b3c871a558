// What the rules found, as data: what, where, how much, and what to do. No rendered layout.
#pragma once

#include "base/day.hpp"
#include "base/diagnostic.hpp"
#include "base/rational.hpp"
#include "base/source_set.hpp"
#include "checking/rules/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::checking {

enum class severity { info, warning, error, off };
enum class kind { breach, risk, saving, draft };
enum class verdict { compliant, violation, undetermined };

[[nodiscard]] std::string_view to_string(severity s);
[[nodiscard]] std::string_view to_string(kind k);
[[nodiscard]] std::string_view to_string(verdict v);

struct accepted { // by a waiver of the contract
  base::day until;
  std::string owner;
  std::string because;
};

struct finding {
  std::string rule;
  checking::severity severity = checking::severity::error;
  checking::kind kind = checking::kind::breach;
  checking::verdict verdict = checking::verdict::violation;
  std::string message;
  std::string subject;              // of the rule's first record: a SKU, a population, a restriction
  std::optional<base::period> days; // of the rule's first record
  std::optional<base::rational> cost;
  std::optional<base::rational> saves;
  bool saves_per_month = false; // else over the term
  std::string fix;
  std::vector<std::string> missing; // undetermined: what is missing and how to supply it
  std::vector<base::label> places;  // the first is the finding's
  base::source_set rests_on;        // files that it depends on, beside those of its places
  record_list records;              // one for each `for` of the rule; undetermined: of the first, perhaps fewer
  std::string fingerprint;          // 16 hexadecimal digits; survives moved lines and reordered files
  std::string likeness;             // as that, without the contract's name: the same in another draft of it
  std::optional<accepted> waived;
};

struct check { // one rule's outcome on one contract
  std::string rule;
  checking::verdict verdict = checking::verdict::compliant;
  std::string
      waits_for{}; // the option that gives what it is about, where that was not given; then undetermined
};

// What the findings of one rule come to.
[[nodiscard]] verdict verdict_of(const std::vector<finding>& findings);

// FNV-1a, 64 bits, as 16 hexadecimal digits.
[[nodiscard]] std::string fingerprint_of(std::string_view identity);

} // namespace proviso::checking
