#include "base/diagnostic.hpp"

#include <set>
#include <string_view>
#include <tuple>

namespace proviso::base {

diagnostics each_once(const diagnostics& all) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string_view>> seen;
  diagnostics once;
  for (const auto& one : all)
    if (seen.emplace(one.at.source, one.at.begin, one.message).second)
      once.push_back(one);
  return once;
}

} // namespace proviso::base
