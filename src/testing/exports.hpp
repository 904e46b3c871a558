// What exports a test is given: given logins "FILE" or its content, users, assignments and org.
#pragma once

#include "loading/exports.hpp"
#include "syntax/tree.hpp"
#include "testing/given_file.hpp"

#include <functional>
#include <vector>

namespace proviso::testing {

// The path of a file that the test names; empty where a diagnostic says why not.
using path_of = std::function<std::optional<std::string>(const syntax::text&)>;

// Contents lie in `texts`.
[[nodiscard]] loading::export_files exports_of(const std::vector<const syntax::given*>& all,
                                               const path_of& path, given_files& texts,
                                               base::diagnostics& faults);

} // namespace proviso::testing
