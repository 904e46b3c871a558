#include "metadata/effective.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace proviso::metadata {
namespace {

using model::operations;

std::string key(holder_kind is, std::string_view name) {
  return static_cast<char>('0' + static_cast<int>(is)) + base::lower(name);
}

// What the muting sets of a group switch off.
class muted {
public:
  muted(const group& of, const holder_index& all) {
    for (const auto& name : of.mutings)
      for (const auto* set : all.find(holder_kind::muting_set, name.value))
        add(*set);
  }

  [[nodiscard]] const base::source_set& files() const { return files_; }

  void leave_to(holder& to, const holder& set) const {
    for (const auto& one : set.grants)
      if (const auto left = leave(one); !left.operations().empty())
        to.grants.push_back(left);
    for (const auto& one : set.sweeping)
      if (leaves(*one.permission))
        to.sweeping.push_back(one);
    leave_names(to.classes, set.classes, classes_);
    leave_names(to.flows, set.flows, flows_);
    leave_names(to.pages, set.pages, pages_);
    if (set.all_flows && !all_flows_ && !to.all_flows)
      to.all_flows = set.all_flows;
  }

private:
  using names = std::set<std::string>; // in lower case

  void add(const holder& set) {
    files_.add(set.files);
    for (const auto& grant : set.grants) {
      objects_[grant.object].stated |= grant.stated;
      objects_[grant.object].all |= grant.all;
    }
    for (const auto& one : set.sweeping)
      sweeping_.push_back(one.permission);
    add_names(classes_, set.classes);
    add_names(flows_, set.flows);
    add_names(pages_, set.pages);
    all_flows_ = all_flows_ || set.all_flows;
  }

  static void add_names(names& to, const stated_names& from) {
    for (const auto& one : from)
      to.insert(base::lower(one.value));
  }

  static void leave_names(stated_names& to, const stated_names& from, const names& off) {
    std::ranges::copy_if(from, std::back_inserter(to),
                         [&](const auto& one) { return off.empty() || !off.contains(base::lower(one.value)); });
  }

  // Create, update and delete need read; View All and Modify All need what they include.
  [[nodiscard]] grant leave(grant of) const {
    const auto found = objects_.find(of.object);
    if (found == objects_.end())
      return of;
    const auto& off = found->second;
    const bool readable = !off.stated.holds(operations::read);
    const bool all_stays = readable && off.all.empty() && (off.stated & of.all).empty();
    of.stated = readable ? of.stated.without(off.stated) : operations();
    of.all = all_stays ? of.all : operations();
    return of;
  }

  // One that includes what is switched off goes with it.
  [[nodiscard]] bool leaves(const sweeping_permission& of) const {
    return std::ranges::none_of(sweeping_, [&](const auto* off) {
      return off->object == of.object && off->grants.without(of.grants).empty();
    });
  }

  struct rights {
    operations stated;
    operations all;
  };
  std::unordered_map<object_id, rights> objects_;
  std::vector<const sweeping_permission*> sweeping_;
  names classes_;
  names flows_;
  names pages_;
  bool all_flows_ = false;
  base::source_set files_;
};

} // namespace

std::vector<const holder*> holder_index::find(holder_kind is, std::string_view name) const {
  if (!by_name_) {
    by_name_.emplace();
    for (const auto& holder : org_.holders)
      (*by_name_)[key(holder.is, holder.name)].push_back(&holder);
  }
  auto found = by_name_->find(key(is, name));
  if (found == by_name_->end())
    found = by_name_->find(key(is, key_of(org_, name)));
  return found == by_name_->end() ? std::vector<const holder*>() : found->second;
}

std::vector<const holder*> sets_of(const group& of, const holder_index& all) {
  std::vector<const holder*> result;
  for (const auto& name : of.sets)
    std::ranges::copy(all.find(holder_kind::permission_set, name.value), std::back_inserter(result));
  return result;
}

holder given_by(const group& of, const holder_index& all, const std::function<bool(const holder&)>& counts) {
  const muted off(of, all);
  holder result;
  result.is = holder_kind::group;
  result.name = of.name;
  result.at = of.at;
  result.files.add(of.at);
  result.files.add(off.files());
  for (const auto* set : sets_of(of, all)) {
    result.files.add(set->files);
    if (counts(*set))
      off.leave_to(result, *set);
  }
  return result;
}

} // namespace proviso::metadata
