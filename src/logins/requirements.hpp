// What a question and the headers of the files must have for an answer to be right.
#pragma once

#include "base/diagnostic.hpp"
#include "logins/question.hpp"
#include "logins/worker.hpp"
#include "logins/zone.hpp"

#include <optional>
#include <vector>

namespace proviso::logins {

struct zones {
  logins::zone zone;
  std::optional<logins::zone> file_zone;
};

// Zones that exist, months and ways that make sense.
[[nodiscard]] zones check_question(const question& asked, base::diagnostics& faults);

// Columns that ways need; rows that can be told apart where each login counts. The columns of JSON are known
// only while it is read.
void check_layouts(const std::vector<job>& jobs, const std::vector<way>& ways, base::diagnostics& faults);

// The same of one history, which is one of several or not.
void check_layout(const history& what, const layout& columns, const std::vector<way>& ways, bool several,
                  base::diagnostics& faults);

} // namespace proviso::logins
