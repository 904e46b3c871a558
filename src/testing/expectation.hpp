// One line "expect …" of a test: whether it holds, and both sides of it in words where it does not.
#pragma once

#include "base/diagnostic.hpp"
#include "checking/check.hpp"
#include "metering/assessment.hpp"
#include "syntax/tree.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::testing {

struct failure {
  base::span at; // the expectation
  std::string expected;
  std::vector<std::string> actual; // one line each
};

// Empty where it holds. A waived finding counts for none; "no RULE" wants neither a violation nor an
// undetermined finding, the rule not off, and the input that it is about; an amount that is not known whole is
// none.
[[nodiscard]] std::optional<failure> unmet(const syntax::expect& expected, const checking::judgement& of);

} // namespace proviso::testing
