// What a permission set group gives: what its sets grant and let run, less what its muting sets switch off.
#pragma once

#include "metadata/org.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace proviso::metadata {

// Finds holders by name, without case. There may be several of one name: a project may hold a set in two
// formats.
class holder_index {
public:
  explicit holder_index(const org& of) : org_(of) {} // which outlives it

  [[nodiscard]] std::vector<const holder*> find(holder_kind is, std::string_view name) const;

private:
  using holders_by_name = std::unordered_map<std::string, std::vector<const holder*>>;

  const org& org_;
  mutable std::optional<holders_by_name> by_name_; // kind and name in lower case; once asked
};

// The sets of a group, in its order, that some file describes.
[[nodiscard]] std::vector<const holder*> sets_of(const group& of, const holder_index& all);

// A group as one holder: the union of those of its sets that count, by set, then in the order of the files.
// `true` in a muting set switches off, in this group only: a muted read mutes what needs it (create, update,
// delete), a muted Modify All only what goes beyond the single operations, which leaves them as they are
// stated. Classes, flows, pages and Run Flows are muted by name. Muting sets that have no file mute nothing.
[[nodiscard]] holder given_by(const group& of, const holder_index& all,
                              const std::function<bool(const holder&)>& counts);

} // namespace proviso::metadata
