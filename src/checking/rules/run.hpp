// One rule on one contract: its findings, and the verdict they come to.
#pragma once

#include "checking/finding.hpp"
#include "checking/rules/evaluate.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace proviso::checking {

struct ran {
  std::vector<finding> findings; // with the rule's own severity, not yet held against waivers
  std::string_view waits_for{};  // the option that would give what the rule is about; empty: it was judged
  bool exhausted = false;        // the rule took more steps than it may: its findings are not to be used
};

// Records that cannot be decided for the same reasons are one undetermined finding.
[[nodiscard]] ran run(const rule& in, const facts& over, listings& lists, std::span<const value> parameters,
                      std::int64_t most_steps);

} // namespace proviso::checking
