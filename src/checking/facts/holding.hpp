// Who really holds profiles and permission sets, as exports of users and assignments show: counts alone, of
// users who may log in. No statement is made where the exports leave open whether anybody does.
#pragma once

#include "base/truth.hpp"
#include "metadata/effective.hpp"
#include "metadata/org.hpp"
#include "model/contract.hpp"
#include "org/directory.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace proviso::checking {

struct holding { // users, by what exports say of their license
  std::map<const model::license*, std::int64_t> licensed;
  std::int64_t internal = 0;
  std::int64_t unknown = 0;
  std::vector<std::size_t> groups; // of the org, by number, that hand a set on to some of them

  [[nodiscard]] std::int64_t all() const;
};
// Whether those of one are those of the other, as of one set: where they come by the same groups, or where more
// groups add nobody. Either may be null.
[[nodiscard]] bool same_people(const holding* one, const holding* other);

struct held { // what a finding says of it
  std::int64_t users = 0;
  std::int64_t doubtful = 0; // who may be in scope; of a set for anybody
  bool in_scope = false;     // `users` are those whom the restriction binds; else all who hold it

  friend bool operator==(const held&, const held&) = default;
};

// Those of a holding whom a restriction binds, and who may be bound.
[[nodiscard]] held in_scope(const holding& of, const std::function<base::truth(const model::license&)>& bound);

// ", which 12 users in scope hold,"; empty where exports do not tell.
[[nodiscard]] std::string told_of(const std::optional<held>& of);

class holdings {
public:
  // `found` and `exports`, which may be null, outlive it. Assignments that ended before today are none.
  holdings(const metadata::org& found, const org::directory* exports, base::day today);

  // Through what a user comes to a right: a grant on an object, a permission that reaches all, or what else
  // gives it, asked of what a group leaves of the set. A group hands on what its muting sets leave.
  struct right {
    const metadata::grant* grant = nullptr;
    model::operations operations; // of the grant: any of these
    const metadata::sweeping_permission* sweeping = nullptr;
    std::function<base::truth(const metadata::holder&)> gives{};
  };
  // Null: exports do not tell.
  [[nodiscard]] const holding* of(const metadata::holder& one, const right& what);

  // Of the groups that hand a set on, with their muting sets: which of its rights is held by whom rests on
  // them.
  [[nodiscard]] base::source_set files_of_groups(const metadata::holder& set) const;

  // What users whom the contract binds hold and no file describes, and what the export does not name.
  [[nodiscard]] std::vector<metadata::gap> gaps(const model::contract& contract) const;

private:
  using held_sets = std::unordered_map<std::string, org::permissions::held>;
  using assigned = const org::permissions::held*;

  [[nodiscard]] const holding* of_profile(const std::string& name);
  [[nodiscard]] const holding* of_set(const metadata::holder& set, const right& what);
  [[nodiscard]] base::truth hands_on(std::size_t group, const metadata::holder& set, const right& what);
  [[nodiscard]] std::vector<assigned> assigned_to(const metadata::group& group) const;
  [[nodiscard]] holding count(const std::vector<assigned>& all) const;
  void add(holding& to, const org::user* user) const;
  [[nodiscard]] bool is_group(std::string_view name) const;
  [[nodiscard]] bool has_groups_without_file() const;
  [[nodiscard]] std::vector<assigned> without_file() const;
  // Of users whose profile no file describes, by its name in lower case, with its name as first exported.
  [[nodiscard]] std::map<std::string, std::pair<std::string, holding>> profiles_without_file() const;

  const metadata::org& found_;
  const org::directory* exports_;
  base::day today_;
  metadata::holder_index all_;
  std::unordered_set<std::string> group_names_;                         // in lower case
  std::unordered_map<std::string, std::vector<std::size_t>> groups_of_; // by name of a set in lower case
  std::map<std::pair<std::size_t, const metadata::holder*>, metadata::holder> left_; // of a set, by its group
  std::optional<std::unordered_map<std::string, holding>> profiles_; // by name in lower case, once asked
  std::map<std::pair<std::string, std::vector<std::size_t>>, holding>
      sets_;          // by name and the groups that count
  bool open_ = false; // an assignment may stand for any set: none is known to be held by nobody
};

} // namespace proviso::checking
