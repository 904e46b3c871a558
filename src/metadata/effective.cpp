#include "metadata/effective.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace proviso::metadata {
namespace {

using model::operations;

std::string key(holder_kind is, std::string_view name) {
  return static_cast<char>('0' + static_cast<int>(is)) + base::lower(name);
}

// What the muting sets of a group switch off.
struct muted {
  struct rights {
    operations stated;
    operations all;
  };
  std::unordered_map<object_id, rights> objects;
  std::set<const sweeping_permission*> sweeping;

  void add(const holder& set) {
    for (const auto& grant : set.grants) {
      objects[grant.object].stated |= grant.stated;
      objects[grant.object].all |= grant.all;
    }
    for (const auto& one : set.sweeping)
      sweeping.insert(one.permission);
  }

  // Create, update and delete need read; View All and Modify All need what they include.
  [[nodiscard]] operations leave(const grant& of) const {
    const auto found = objects.find(of.object);
    if (found == objects.end())
      return of.operations();
    const auto& off = found->second;
    if (off.stated.holds(operations::read))
      return {};
    const bool all_stays = off.all.empty() && (off.stated & of.all).empty();
    return of.stated.without(off.stated) | (all_stays ? of.all : operations());
  }

  // One that includes what is switched off goes with it.
  [[nodiscard]] bool leaves(const sweeping_permission& of) const {
    return std::ranges::none_of(sweeping,
                                [&](const auto* off) { return off->grants.without(of.grants).empty(); });
  }
};

muted mutings_of(const group& of, const holder_index& all) {
  muted result;
  for (const auto& name : of.mutings)
    for (const auto* set : all.find(holder_kind::muting_set, name.value))
      result.add(*set);
  return result;
}

void add_reached(std::vector<reached>& to, const holder& set, const muted& off) {
  for (const auto& grant : set.grants)
    if (const auto left = off.leave(grant); !left.empty())
      to.push_back({&set, &grant, nullptr, left, grant.at});
  for (const auto& one : set.sweeping)
    if (off.leaves(*one.permission))
      to.push_back({&set, nullptr, one.permission, one.permission->grants, one.at});
}

// ---- members without a file

class missing {
public:
  explicit missing(const holder_index& all) : all_(all) {}

  void look(holder_kind is, const stated_names& names, std::string_view whose, std::string_view consequence) {
    for (const auto& name : names)
      if (all_.find(is, name.value).empty() && seen_.insert(key(is, name.value)).second)
        gaps.push_back({name.value,
                        fmt::format("the {} '{}' has no file{}: retrieve it together with {}", to_string(is),
                                    base::harmless(name.value), consequence, whose),
                        name.at});
  }

  std::vector<gap> gaps;

private:
  const holder_index& all_;
  std::set<std::string> seen_;
};

} // namespace

holder_index::holder_index(const org& of) {
  for (const auto& holder : of.holders)
    by_name_[key(holder.is, holder.name)].push_back(&holder);
}

std::vector<const holder*> holder_index::find(holder_kind is, std::string_view name) const {
  const auto found = by_name_.find(key(is, name));
  return found == by_name_.end() ? std::vector<const holder*>() : found->second;
}

std::vector<reached> reach(const group& of, const holder_index& all) {
  const auto off = mutings_of(of, all);
  std::vector<reached> result;
  for (const auto& name : of.sets)
    for (const auto* set : all.find(holder_kind::permission_set, name.value))
      add_reached(result, *set, off);
  return result;
}

std::vector<gap> missing_members(const org& of, const holder_index& all) {
  missing result(all);
  for (const auto& group : of.groups) {
    const auto whose = fmt::format("the group '{}'", base::harmless(group.name));
    result.look(holder_kind::permission_set, group.sets, whose, ", what it grants is unknown");
    result.look(holder_kind::muting_set, group.mutings, whose, ", it is taken to mute nothing");
  }
  for (const auto& site : of.networks) {
    const auto whose = fmt::format("the site '{}'", base::harmless(site.name));
    result.look(holder_kind::profile, site.profiles, whose, ", what its members may do is unknown");
    result.look(holder_kind::permission_set, site.sets, whose, ", what its members may do is unknown");
    if (site.self_registration)
      result.look(holder_kind::profile, {*site.self_registration}, whose,
                  ", what whoever registers may do is unknown");
  }
  return std::move(result.gaps);
}

} // namespace proviso::metadata
