#include "base/diagnostic.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace proviso::base {

diagnostics each_once(const diagnostics& all) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string_view>> seen;
  diagnostics once;
  for (const auto& one : all)
    if (seen.emplace(one.at.source, one.at.begin, one.message).second)
      once.push_back(one);
  std::map<std::uint32_t, std::size_t> texts;
  for (const auto& one : once)
    texts.try_emplace(one.at.source, texts.size());
  std::ranges::stable_sort(
      once, {}, [&](const diagnostic& one) { return std::pair(texts.at(one.at.source), one.at.begin); });
  return once;
}

} // namespace proviso::base
