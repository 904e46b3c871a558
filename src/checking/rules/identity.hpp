// What makes a finding the same one: in the next run, and in another draft of the contract. Lines may move and
// files be reordered; names, days and what tells records apart may not change.
#pragma once

#include "checking/facts/facts.hpp"
#include "checking/finding.hpp"
#include "checking/rules/value.hpp"

#include <string>
#include <vector>

namespace proviso::checking {

// Sets `fingerprint` and `likeness` of a violation about these records, one for each `for` of its rule.
void identify(finding& made, const facts& in, const record_list& about);
// Of an open question about these subjects; its `missing` is set.
void identify_open(finding& made, const facts& in, const std::vector<std::string>& subjects);

} // namespace proviso::checking
