// Exports from files into a directory. The form of each file is told by its header; a row that cannot be read
// is a diagnostic with its file and line, and so is what two files say differently.
#pragma once

#include "base/diagnostic.hpp"
#include "base/span.hpp"
#include "logins/question.hpp"
#include "org/directory.hpp"
#include "org/forms.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::org {

struct asked { // files, folders and globs, with the form they were said to have; none: any
  std::vector<base::stated<std::string>> places;
  std::optional<form> said;
  std::optional<logins::date_order> dates; // of days such as 3/4/2027
};

// `known` is the contract's catalogue, `words` the one with the words of exports.
[[nodiscard]] directory read(const std::vector<asked>& all, const model::catalogue& known,
                             const model::catalogue& words, base::diagnostics& faults);

} // namespace proviso::org
