#include "checking/facts/holding.hpp"

#include "base/text.hpp"
#include "checking/facts/standing.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <set>

namespace proviso::checking {
namespace {

using base::truth;
using metadata::holder;
using metadata::holder_kind;

std::string users(std::int64_t count) {
  return fmt::format("{} user{}", base::grouped(count), count == 1 ? "" : "s");
}

truth binds_somewhere(const model::license& license, const model::contract& contract) {
  auto result = truth::no;
  for (const auto& r : contract.restrictions)
    result = base::either(result, binds(r.subject, license, contract));
  return result;
}

} // namespace

std::int64_t holding::all() const {
  return std::accumulate(licensed.begin(), licensed.end(), internal + unknown,
                         [](std::int64_t sum, const auto& each) { return sum + each.second; });
}

bool same_people(const holding* one, const holding* other) {
  if (one == nullptr || other == nullptr)
    return one == other;
  const auto& [fewer, more] =
      std::minmax(one->groups, other->groups, [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return std::ranges::includes(more, fewer) && one->all() == other->all();
}

held in_scope(const holding& of, const std::function<truth(const model::license&)>& bound) {
  held result{0, of.unknown, true};
  for (const auto& [license, count] : of.licensed)
    switch (bound(*license)) {
    case truth::yes: result.users += count; break;
    case truth::unknown: result.doubtful += count; break;
    case truth::no: break;
    }
  return result;
}

std::string told_of(const std::optional<held>& of) {
  if (!of)
    return {};
  const std::string_view scope = of->in_scope ? " in scope" : "";
  const auto hold = of->users == 1 ? "holds" : "hold";
  if (of->users > 0)
    return fmt::format(", which {}{} {},", users(of->users), scope, hold);
  if (of->doubtful > 0)
    return fmt::format(", which {} who may be in scope {},", users(of->doubtful),
                       of->doubtful == 1 ? "holds" : "hold");
  return fmt::format(", which no user{} holds,", scope);
}

holdings::holdings(const metadata::org& found, const org::directory* exports, base::day today)
    : found_(found), exports_(exports), today_(today), all_(found) {
  for (std::size_t i = 0; i < found.groups.size(); ++i) {
    group_names_.insert(base::lower(found.groups[i].name));
    for (const auto& name : found.groups[i].sets)
      groups_of_[base::lower(name.value)].push_back(i);
  }
  open_ = exports != nullptr && (exports->permissions.unnamed > 0 || has_groups_without_file());
}

const holding* holdings::of(const holder& one, const right& what) {
  if (exports_ == nullptr)
    return nullptr;
  switch (one.is) {
  case holder_kind::profile: return of_profile(one.name);
  case holder_kind::permission_set: return of_set(one, what);
  case holder_kind::muting_set:
  case holder_kind::group: break;
  }
  return nullptr;
}

// ---- profiles

const holding* holdings::of_profile(const std::string& name) {
  if (exports_->profiles.empty() || !exports_->has_users)
    return nullptr;
  if (!profiles_) {
    profiles_.emplace();
    for (const auto& user : exports_->users)
      if (user.profile != org::none)
        add((*profiles_)[base::lower(exports_->profiles[user.profile])], &user);
  }
  return &(*profiles_)[base::lower(name)];
}

// ---- permission sets, alone and by groups

const holding* holdings::of_set(const holder& set, const right& what) {
  const auto& permissions = exports_->permissions;
  if (!permissions.told)
    return nullptr;
  std::vector<std::size_t> by;
  bool unsure = open_;
  const auto groups = groups_of_.find(base::lower(set.name));
  if (groups != groups_of_.end())
    for (const auto group : groups->second) {
      const auto handed = hands_on(group, set, what);
      unsure = unsure || handed == truth::unknown;
      if (handed == truth::yes)
        by.push_back(group);
    }
  const auto [place, fresh] = sets_.try_emplace({base::lower(set.name), by});
  if (fresh) {
    std::vector<assigned> all{permissions.find(permissions.sets, set.name)};
    for (const auto group : by)
      std::ranges::copy(assigned_to(found_.groups[group]), std::back_inserter(all));
    place->second = count(all);
    place->second.groups = by;
  }
  unsure = unsure || (permissions.without_groups && groups != groups_of_.end());
  return unsure && place->second.all() == 0 ? nullptr : &place->second;
}

truth holdings::hands_on(std::size_t group, const holder& set, const right& what) {
  if (found_.groups[group].mutings.empty())
    return truth::yes;
  auto [place, fresh] = left_.try_emplace({group, &set});
  if (fresh)
    place->second =
        metadata::given_by(found_.groups[group], all_, [&](const holder& each) { return &each == &set; });
  const auto& left = place->second;
  if (what.grant != nullptr)
    return base::to_truth(std::ranges::any_of(left.grants, [&](const metadata::grant& one) {
      return one.object == what.grant->object && !(one.operations() & what.operations).empty();
    }));
  if (what.sweeping != nullptr)
    return base::to_truth(
        std::ranges::any_of(left.sweeping, [&](const auto& one) { return one.permission == what.sweeping; }));
  return what.gives(left);
}

base::source_set holdings::files_of_groups(const holder& set) const {
  base::source_set files;
  const auto groups = groups_of_.find(base::lower(set.name));
  if (set.is != holder_kind::permission_set || groups == groups_of_.end())
    return files;
  for (const auto group : groups->second) {
    files.add(found_.groups[group].at);
    for (const auto& name : found_.groups[group].mutings)
      for (const auto* muting : all_.find(holder_kind::muting_set, name.value))
        files.add(muting->files);
  }
  return files;
}

// By its own name or, where an export does not name groups, by that of the set that stands for it.
std::vector<holdings::assigned> holdings::assigned_to(const metadata::group& group) const {
  const auto& from = exports_->permissions;
  std::vector<assigned> result{from.find(from.groups, group.name)};
  if (all_.find(holder_kind::permission_set, group.name).empty())
    result.push_back(from.find(from.sets, group.name));
  return result;
}

// ---- counting

holding holdings::count(const std::vector<assigned>& all) const {
  std::set<std::uint32_t> who;
  for (const auto* each : all)
    for (std::size_t i = 0; each != nullptr && i < each->by.size(); ++i)
      if (today_ <= each->by[i].until)
        who.insert(each->by[i].who);
  holding result;
  for (const auto one : who)
    add(result, exports_->find(exports_->permissions.assignees[one]));
  return result;
}

void holdings::add(holding& to, const org::user* user) const {
  if (user != nullptr && user->active == truth::no)
    return;
  if (user != nullptr && user->internal) {
    ++to.internal;
    return;
  }
  if (user == nullptr || user->license == org::none) {
    ++to.unknown;
    return;
  }
  const auto& license = exports_->licenses[user->license];
  switch (license.is) {
  case org::license::kind::external: ++to.licensed[license.of]; break;
  case org::license::kind::internal: ++to.internal; break;
  case org::license::kind::unknown: ++to.unknown; break;
  }
}

// ---- what is missing

bool holdings::is_group(std::string_view name) const {
  return group_names_.contains(base::lower(name));
}

// Of which nobody knows which sets are in them.
bool holdings::has_groups_without_file() const {
  const auto& from = exports_->permissions;
  return (from.without_groups && !without_file().empty()) ||
         std::ranges::any_of(from.groups, [&](const auto& each) { return !is_group(each.first); });
}

std::vector<holdings::assigned> holdings::without_file() const {
  const auto& from = exports_->permissions;
  std::vector<assigned> result;
  for (const auto& [name, held] : from.groups)
    if (!is_group(name))
      result.push_back(&held);
  for (const auto& [name, held] : from.sets)
    if (all_.find(holder_kind::permission_set, name).empty() && !is_group(name))
      result.push_back(&held);
  std::ranges::sort(result, {}, &org::permissions::held::name);
  return result;
}

std::map<std::string, std::pair<std::string, holding>> holdings::profiles_without_file() const {
  std::map<std::string, std::pair<std::string, holding>> result;
  for (const auto& user : exports_->users)
    if (user.profile != org::none) {
      const auto& name = exports_->profiles[user.profile];
      if (auto known = result.find(base::lower(name)); known != result.end())
        add(known->second.second, &user);
      else if (all_.find(holder_kind::profile, name).empty())
        add(result.try_emplace(base::lower(name), name, holding()).first->second.second, &user);
    }
  return result;
}

std::vector<metadata::gap> holdings::gaps(const model::contract& contract) const {
  std::vector<metadata::gap> result;
  if (exports_ == nullptr)
    return result;
  if (const auto unnamed = static_cast<std::int64_t>(exports_->permissions.unnamed); unnamed > 0)
    result.push_back(
        {"an export of PermissionSetAssignment",
         fmt::format("what {} assignment{} of permission sets {}: query PermissionSet.Name and "
                     "PermissionSetGroup.DeveloperName as well as their ids",
                     base::grouped(unnamed), unnamed == 1 ? "" : "s", unnamed == 1 ? "assigns" : "assign"),
         {}});
  const auto tell = [&](std::string_view what, const std::string& name, const holding& by) {
    const auto who =
        in_scope(by, [&](const model::license& license) { return binds_somewhere(license, contract); });
    if (const auto some = who.users + who.doubtful; some > 0)
      result.push_back(
          {name,
           fmt::format("what the {} '{}' grants, which {} {} hold{}: no file describes it; "
                       "retrieve it",
                       what, base::harmless(name), users(some),
                       who.doubtful == 0 ? "in scope" : "who may be in scope", some == 1 ? "s" : ""),
           {}});
  };
  for (const auto& [key, profile] : profiles_without_file())
    tell(metadata::profile_word, profile.first, profile.second);
  for (const auto* held : without_file())
    tell("permission set or group", held->name, count({held}));
  return result;
}

} // namespace proviso::checking
