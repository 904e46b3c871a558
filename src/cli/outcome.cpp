#include "cli/outcome.hpp"

#include "base/excerpt.hpp"

#include <set>
#include <tuple>

namespace proviso::cli {

outcome refusal(const base::sources& from, const base::diagnostics& faults) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string_view>> seen;
  base::diagnostics once; // a file that several use may have been judged several times
  for (const auto& fault : faults)
    if (seen.emplace(fault.at.source, fault.at.begin, fault.message).second)
      once.push_back(fault);
  return {ending::refused, {}, base::render(from, once), {}};
}

} // namespace proviso::cli
