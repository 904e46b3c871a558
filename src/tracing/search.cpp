#include "tracing/search.hpp"

#include "base/text.hpp"
#include "tracing/drawing.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace proviso::tracing {

using model::operations;

namespace {

// Of what a holder may be given.
std::string_view word_of(node_kind what) {
  switch (what) {
  case node_kind::flow: return metadata::flow_word;
  case node_kind::page:
  case node_kind::component: return metadata::page_word;
  case node_kind::code: break;
  }
  return metadata::class_word;
}

} // namespace

search::search(const graph& in, const metadata::org& found, unasked_objects unasked)
    : in_(in), found_(found), unasked_(std::move(unasked)) {
  for (const auto& one : found.holders)
    if (one.is == metadata::holder_kind::profile && one.license)
      licenses_of_profiles_.insert(base::lower(one.license->value));
}

// Reading starts nothing.
void search::add_triggers(std::string_view object, operations may, base::span at, bool certain) {
  const auto known = in_.triggers.find(metadata::object_key_of(found_, object));
  if (known == in_.triggers.end())
    return;
  for (const auto& [what, on] : known->second)
    if (const auto started = on & may; !started.empty())
      entries_.push_back({{what.node, what.certain && certain},
                          fmt::format("{} {}", to_string(started), base::harmless(object)),
                          at});
}

// But for those that the project's files grant: they have permissions of their own.
void search::add_belonging(std::string_view object, base::span at) {
  const auto all = unasked_.belonging.find(base::lower(object));
  if (all == unasked_.belonging.end())
    return;
  for (const auto& one : all->second)
    if (!found_.objects.find(one))
      add_triggers(one, metadata::any_write, at, false);
}

void search::add(const std::map<std::string, std::vector<start>, std::less<>>& known,
                 const metadata::stated_names& names, node_kind what) {
  for (const auto& [name, at] : names) {
    auto found = known.find(base::lower(name));
    if (found == known.end())
      found = known.find(metadata::key_of(found_, name));
    if (found == known.end())
      result_.missing.push_back({missing_file(word_of(what), name), at, what});
    else
      for (const auto& one : found->second)
        entries_.push_back({one, {}, at});
  }
}

void search::list_entries(const metadata::holder& one) {
  add(in_.classes, one.classes, node_kind::code);
  add(in_.pages, one.pages, node_kind::page);
  if (one.all_flows)
    for (const auto& [name, starts] : in_.flows)
      for (const auto& what : starts)
        entries_.push_back({what, {}, *one.all_flows});
  else
    add(in_.flows, one.flows, node_kind::flow);
  if (in_.triggers.empty())
    return;
  for (const auto& grant : one.grants)
    if (const auto may = grant.operations().without(operations::read); !may.empty()) {
      add_triggers(found_.objects[grant.object], may, grant.at);
      add_belonging(found_.objects[grant.object], grant.at);
    }
  for (const auto& sweeping : one.sweeping)
    for (const auto& [object, unused] : in_.triggers)
      if (const auto only = sweeping.permission->object; only.empty() || base::same_but_case(only, object))
        add_triggers(only.empty() ? object : only, sweeping.permission->grants.without(operations::read),
                     sweeping.at);
  if (stands_for_users(one))
    list_unasked(one);
}

// Whoever is given a set has a profile besides; where no file holds that, the license of the set tells of them.
bool search::stands_for_users(const metadata::holder& one) const {
  if (one.is != metadata::holder_kind::permission_set)
    return one.is == metadata::holder_kind::profile;
  return one.license && !licenses_of_profiles_.contains(base::lower(one.license->value));
}

void search::list_unasked(const metadata::holder& one) {
  for (const auto& object : unasked_.written)
    add_triggers(object, metadata::any_write, one.at, false);
  for (const auto& object : unasked_.updated)
    add_triggers(object, operations::update, one.at, false);
}

void search::go(bool certain_alone) {
  std::vector<std::pair<node_id, std::pair<std::uint32_t, base::span>>> queue; // length and beginning
  std::vector<visit> before;
  if (!certain_alone)
    before = visits_;
  visits_.assign(in_.nodes.size(), {});
  const auto see = [&](node_id node, visit how, std::uint32_t length, base::span from) {
    if (visits_[node].seen)
      return;
    visits_[node] = how;
    queue.push_back({node, {length, from}});
    if (certain_alone || !before[node].seen)
      result_.arrivals.push_back({node, certain_alone, length, from});
  };
  for (std::uint32_t i = 0; i < entries_.size(); ++i)
    if (const auto& one = entries_[i]; one.what.certain || !certain_alone)
      see(one.what.node, {true, true, i}, 1, one.at);
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const auto [node, way] = queue[next];
    for (const auto& edge : in_.nodes[node].edges)
      if (edge.certain || !certain_alone)
        see(edge.to, {true, false, node}, way.first + 1, way.second);
  }
  if (!certain_alone) // who is surely reached is shown by the sure way
    for (std::size_t i = 0; i < before.size(); ++i)
      if (before[i].seen)
        visits_[i] = before[i];
}

const reached_all& search::from(const metadata::holder& one) {
  root_ = &one;
  entries_.clear();
  result_ = {};
  list_entries(one);
  if (entries_.empty())
    return result_;
  go(true);
  go(false);
  return result_;
}

std::string search::path(node_id to) const {
  std::vector<std::string_view> labels;
  const auto* here = &visits_[to];
  for (auto node = to;; node = here->from, here = &visits_[node]) {
    if (labels.empty() || labels.back() != in_.nodes[node].label)
      labels.push_back(in_.nodes[node].label);
    if (here->first)
      break;
  }
  if (const auto& by = entries_[here->from].by; !by.empty())
    labels.push_back(by);
  const auto root = fmt::format("{} {}", to_string(root_->is), base::harmless(root_->name));
  labels.push_back(root);
  std::ranges::reverse(labels);
  return fmt::format("{}", fmt::join(labels, " → "));
}

base::source_set search::files(node_id to) const {
  base::source_set all;
  for (auto node = to;; node = visits_[node].from) {
    all.add(in_.nodes[node].files);
    if (visits_[node].first)
      return all;
  }
}

} // namespace proviso::tracing
