#include "cli/output/outcome.hpp"

#include "base/excerpt.hpp"

namespace proviso::cli {

// A file that several use may have been judged several times.
outcome refusal(const base::sources& from, const base::diagnostics& faults) {
  return {ending::refused, {}, base::render(from, base::each_once(faults)), {}};
}

} // namespace proviso::cli
