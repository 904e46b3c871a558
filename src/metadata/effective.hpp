// What a holder of a permission set group may do: what its sets grant less what its muting sets switch off.
#pragma once

#include "metadata/org.hpp"

#include <string_view>
#include <vector>

namespace proviso::metadata {

struct reached { // through one set of a group
  const holder* set = nullptr;
  const metadata::grant* grant = nullptr;        // of one object,
  const sweeping_permission* sweeping = nullptr; // or of all
  model::operations operations;                  // after muting
  base::span at;
};

// Finds holders by name, without case. There may be several of one name: a project may hold a set in two
// formats.
class holder_index {
public:
  explicit holder_index(const org& of);

  [[nodiscard]] std::vector<const holder*> find(holder_kind is, std::string_view name) const;

private:
  std::unordered_map<std::string, std::vector<const holder*>> by_name_; // kind and name in lower case
};

// By set, then by grant, in the order of the files. `true` in a muting set switches off in this group only: a
// muted read mutes what needs it (create, update, delete), a muted Modify All only what goes beyond the single
// operations, which leaves them as they are stated. Muting sets that have no file mute nothing.
[[nodiscard]] std::vector<reached> reach(const group& of, const holder_index& all);

// Sets, muting sets and profiles that groups and sites name and no file describes, each once by name.
[[nodiscard]] std::vector<gap> missing_members(const org& of, const holder_index& all);

} // namespace proviso::metadata
