#include "cli/outcome.hpp"

#include "base/excerpt.hpp"

namespace proviso::cli {

outcome refusal(const base::sources& from, const base::diagnostics& faults) {
  return {ending::refused, {}, base::render(from, faults), {}};
}

} // namespace proviso::cli
