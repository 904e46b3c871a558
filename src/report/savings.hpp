// What to buy instead, for people: one function a format. The JSON report holds the same as `recommendation`.
#pragma once

#include "report/report.hpp"

#include <string>

namespace proviso::report {

// For a terminal: the verdict, the steps, the purchase, who moves, a clause to paste, and how sure it is.
[[nodiscard]] std::string savings_to_text(const report& all, bool colour);

// For a comment on a pull request.
[[nodiscard]] std::string savings_to_markdown(const report& all);

// What is bought, as a table for such a comment.
[[nodiscard]] std::string purchase_to_markdown(const savings::advice& of, const model::contract& in);

} // namespace proviso::report
