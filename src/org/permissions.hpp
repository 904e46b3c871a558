// Who is assigned which permission sets and groups, as exports say. Ids stay in memory: what leaves are counts.
#pragma once

#include "base/day.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace proviso::org {

struct permissions {
  struct assigned {
    std::uint32_t who = 0; // of `assignees`
    base::day until = base::day::max();
  };
  struct held {       // a permission set or a group
    std::string name; // as first written
    std::vector<assigned> by;
  };

  std::vector<std::string> assignees;           // each once: 15 characters of an id, or a name in lower case
  std::unordered_map<std::string, held> sets;   // assigned alone, by name in lower case
  std::unordered_map<std::string, held> groups; // likewise
  std::uint64_t unnamed = 0;                    // assignments that say by an id alone what is assigned
  bool told = false;                            // an export was read
  bool without_groups = false;                  // some export has no column that names groups

  // Null: it is assigned to nobody.
  [[nodiscard]] static const held* find(const std::unordered_map<std::string, held>& in, std::string_view name);
};

} // namespace proviso::org
