// Which faults of meaning hold in spite of faults of syntax: so one run tells every fault that does not follow
// from another.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <vector>

namespace proviso::loading {

// A text of which a part could not be read.
struct damaged_text {
  std::uint32_t source;
  std::string_view text;
  const base::diagnostics* faults;
};

// Those of `found` that do not follow from the damage: of a clause where no fault stands on its lines, and,
// where every heading could be read, of a name that stands nowhere else in the damaged texts and so is declared
// in none of their unread parts.
[[nodiscard]] base::diagnostics independent(const base::diagnostics& found, const base::sources& all,
                                            const std::vector<damaged_text>& damaged, bool headings_known);

} // namespace proviso::loading
