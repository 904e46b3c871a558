#include "tables/columns.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::tables {

std::string column_key(std::string_view name) {
  std::string key = base::lower(name);
  std::erase_if(key, [](char c) { return c == ' ' || c == '_' || c == '-' || c == '\t'; });
  return key;
}

columns::columns(std::vector<column> wanted) : wanted_(std::move(wanted)), places_(wanted_.size()) {
  for (const auto& each : wanted_) {
    auto& keys = keys_.emplace_back();
    for (const auto& spelling : each.spellings)
      keys.push_back(column_key(spelling));
  }
}

// The first spelling that heads a column wins: `ProfileId` is no `Profile` where both are wanted.
std::string columns::find_in(const header& names) {
  std::vector<std::string> heads;
  for (const auto& name : names)
    heads.push_back(column_key(name));
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    places_[i].reset();
    for (const auto& key : keys_[i]) {
      const auto found = std::ranges::find(heads, key);
      if (found == heads.end())
        continue;
      if (std::find(found + 1, heads.end(), key) != heads.end())
        return fmt::format("the column '{}' is there twice",
                           base::harmless(names[static_cast<std::size_t>(found - heads.begin())]));
      places_[i] = static_cast<std::size_t>(found - heads.begin());
      break;
    }
  }
  return {};
}

const cell& columns::of(const row& from, std::size_t wanted) const {
  static const cell nothing;
  const auto place = places_[wanted];
  return place && *place < from.cells.size() ? from.cells[*place] : nothing;
}

} // namespace proviso::tables
