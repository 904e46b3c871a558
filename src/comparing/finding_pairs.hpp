// Findings of two drafts side by side: which are of one alone, and which both have but not alike.
#pragma once

#include "checking/finding.hpp"

#include <string_view>
#include <vector>

namespace proviso::comparing {

struct finding_pair { // one finding, told, judged or waived in another way, or on other days
  const checking::finding* a = nullptr;
  const checking::finding* b = nullptr;
};

struct finding_pairs {
  std::vector<const checking::finding*> lost;   // of the first draft alone
  std::vector<const checking::finding*> gained; // of the second alone
  std::vector<finding_pair> differ;
};

// How a finding counts: its severity, "undetermined" or "waived".
[[nodiscard]] std::string_view level_of(const checking::finding& of);

// What the drafts are called does not tell findings apart. What one draft says on days that meet those on which
// the other says the same in the same words is one finding.
[[nodiscard]] finding_pairs paired(const std::vector<checking::finding>& a,
                                   const std::vector<checking::finding>& b);

} // namespace proviso::comparing
