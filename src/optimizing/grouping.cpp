#include "optimizing/grouping.hpp"

namespace proviso::optimizing {

std::vector<group> groups_of(const problem& of) {
  std::vector<group> all;
  for (std::uint32_t i = 0; i < of.segments.size(); ++i) {
    if (of.segments[i].users > 0 && !of.menus[of.segments[i].menu].empty()) {
      all.push_back({{i}});
    }
  }
  return all;
}

} // namespace proviso::optimizing
