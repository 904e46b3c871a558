#include "metadata/assembling.hpp"

#include "base/text.hpp"
#include "metadata/flow_versions.hpp"
#include "metadata/flow_vocabulary.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>

namespace proviso::metadata {
namespace {

// The path of a class or trigger, with or without the suffix of its settings.
std::string key_of(const found_file& file) {
  auto path = base::lower(file.path);
  if (path.ends_with(source_suffix))
    path.resize(path.size() - source_suffix.size());
  return path;
}

// ---- what is missing

gap without_settings(const program& of) {
  return {
      of.name,
      fmt::format("which version '{}' is of: the file beside it that ends in {} is not there, so its code is "
                  "taken to run in system mode; retrieve it",
                  base::harmless(of.name), source_suffix),
      of.at};
}

gap without_start(const flow& of) {
  return {of.name,
          fmt::format("which records start the process '{}': it states no ObjectType; retrieve it again",
                      base::harmless(of.name)),
          of.at};
}

gap without_object(const program& of) {
  return {
      of.name,
      fmt::format("which records start the trigger '{}' and what it does: its file has no 'trigger ... on' an "
                  "object, as where a package hides its code; retrieve it again or ask its vendor",
                  base::harmless(of.name)),
      of.at};
}

gap without_main(const holder& of) {
  return {of.name,
          fmt::format("which license the permission set '{}' is for: of its files the main one is not there; "
                      "retrieve it",
                      base::harmless(of.name)),
          of.at};
}

// ---- one holder from several files

template <typename List>
void move_to(List& to, List& from) {
  std::ranges::move(from, std::back_inserter(to));
}

// `what` is a part, or another holder.
template <typename Part>
void join(holder& to, Part& what) {
  move_to(to.grants, what.grants);
  move_to(to.sweeping, what.sweeping);
  move_to(to.classes, what.classes);
  move_to(to.flows, what.flows);
  move_to(to.pages, what.pages);
  if (what.all_flows)
    to.all_flows = what.all_flows;
  if (what.license && !to.license)
    to.license = std::move(what.license);
}

// Whether the parts state one license at most: else they are of different orgs.
bool are_of_one(const std::vector<std::size_t>& parts, const std::vector<holder>& all) {
  const base::stated<std::string>* first = nullptr;
  for (const auto part : parts)
    if (const auto& license = all[part].license; license && first == nullptr)
      first = &*license;
    else if (license && !base::same_but_case(license->value, first->value))
      return false;
  return true;
}

// A package holds of a profile what belongs to it, so that the files of a profile are parts of it.
void join_profiles(std::vector<holder>& all) {
  std::map<std::string, std::vector<std::size_t>> by_name;
  std::size_t profiles = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].is == holder_kind::profile) {
      by_name[base::lower(all[i].name)].push_back(i);
      ++profiles;
    }
  if (by_name.size() == profiles)
    return;
  std::vector<bool> joined(all.size());
  for (const auto& [name, parts] : by_name)
    if (are_of_one(parts, all))
      for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
        join(all[parts.front()], all[*part]);
        all[parts.front()].files.add(all[*part].files);
        joined[*part] = true;
      }
  std::vector<holder> left;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!joined[i])
      left.push_back(std::move(all[i]));
  all = std::move(left);
}

} // namespace

assembling::assembling(org& into, std::size_t files) : org_(into) {
  org_.holders.reserve(files);
}

void assembling::add(const found_file& file, part&& what) {
  switch (file.is) {
  case file_kind::profile: return add_holder(file, holder_kind::profile, std::move(what));
  case file_kind::permission_set:
  case file_kind::object_settings:
  case file_kind::object_permission:
  case file_kind::user_permission:
  case file_kind::class_access:
  case file_kind::flow_access:
  case file_kind::page_access: return add_holder(file, holder_kind::permission_set, std::move(what));
  case file_kind::muting_set: return add_holder(file, holder_kind::muting_set, std::move(what));
  case file_kind::group:
    org_.groups.push_back({file.name, std::move(what.sets), std::move(what.mutings), what.at});
    return;
  case file_kind::network:
    org_.networks.push_back({file.name, std::move(what.profiles), std::move(what.sets),
                             std::move(what.self_registration), what.at});
    return;
  case file_kind::sharing_set:
    org_.sharing_sets.push_back({file.name, std::move(what.profiles), std::move(what.shared), what.at});
    return;
  case file_kind::manifest: return add_manifest(file, std::move(what.asks), what.at);
  case file_kind::flow:
  case file_kind::flow_definition:
  case file_kind::quick_action:
  case file_kind::code:
  case file_kind::code_settings:
  case file_kind::page:
  case file_kind::page_component:
  case file_kind::web_component:
  case file_kind::aura_component: return add_program(file, std::move(what));
  }
}

// The parts of a decomposed set are one holder, whichever comes first.
void assembling::add_holder(const found_file& file, holder_kind is, part&& what) {
  const bool piece = is_set_part(file.is);
  if (is == holder_kind::profile)
    profiles_.push_back(file.path);
  if (is == holder_kind::permission_set) {
    const auto [place, fresh] = decomposed_.try_emplace(file.owner, open{org_.holders.size(), !piece});
    if (!fresh && (piece || !place->second.has_main)) {
      place->second.has_main = place->second.has_main || !piece;
      auto& whole = org_.holders[place->second.holder];
      join(whole, what);
      whole.at = piece ? whole.at : what.at;
      return whole.files.add(what.at);
    }
  }
  org_.holders.push_back({is,
                          file.name,
                          std::move(what.license),
                          std::move(what.grants),
                          std::move(what.sweeping),
                          std::move(what.classes),
                          std::move(what.flows),
                          std::move(what.pages),
                          what.all_flows,
                          what.at,
                          {}});
  org_.holders.back().files.add(what.at);
}

void assembling::add_program(const found_file& file, part&& what) {
  if (what.settings)
    settings_.insert_or_assign(key_of(file), *what.settings);
  if (what.code) {
    programs_.emplace_back(org_.programs.size(), key_of(file));
    const bool of_trigger = base::lower(file.path).ends_with(trigger_suffix);
    org_.programs.push_back({file.name, std::move(*what.code), std::nullopt, what.at, of_trigger});
  }
  if (what.flow)
    add_flow(file, std::move(*what.flow), what.at);
  if (what.flow_definition)
    add_named(org_.flow_definitions, file, std::move(*what.flow_definition), what.at);
  if (what.quick_action)
    add_named(org_.quick_actions, file, std::move(*what.quick_action), what.at);
  if (what.page) {
    what.page->name = file.name;
    org_.pages.push_back(std::move(*what.page));
  }
  if (!what.calls.empty())
    org_.components.push_back(
        {file.is == file_kind::aura_component ? component::kind::aura : component::kind::web, file.name,
         std::move(what.calls)});
}

void assembling::add_flow(const found_file& file, flow&& what, base::span at) {
  auto [name, version] = without_version(file.name);
  what.name = std::move(name);
  what.version = version;
  what.at = at;
  org_.flows.push_back(std::move(what));
}

template <typename Named>
void assembling::add_named(std::vector<Named>& to, const found_file& file, Named&& what, base::span at) {
  what.name = file.name;
  what.at = at;
  to.push_back(std::move(what));
}

void assembling::add_manifest(const found_file& file, manifest&& what, base::span at) {
  what.name = file.path;
  what.at = at;
  org_.manifests.push_back(std::move(what));
}

void assembling::finish() {
  settle_versions(org_);
  for (const auto& one : org_.flows)
    if (one.runs && one.process_type == record_process && one.process_object.empty())
      org_.gaps.push_back(without_start(one));
  for (const auto& [program, owner] : programs_)
    if (const auto found = settings_.find(owner); found != settings_.end())
      org_.programs[program].settings = found->second;
    else
      org_.gaps.push_back(without_settings(org_.programs[program]));
  for (const auto& one : org_.programs)
    if (one.of_trigger && !one.unit.trigger && (!one.settings || one.settings->active))
      org_.gaps.push_back(without_object(one));
  std::vector<std::size_t> headless;
  for (const auto& [owner, set] : decomposed_)
    if (!set.has_main)
      headless.push_back(set.holder);
  std::ranges::sort(headless);
  for (const auto set : headless)
    org_.gaps.push_back(without_main(org_.holders[set]));
  join_profiles(org_.holders);
  for (auto& one : org_.manifests)
    one.has_profiles = std::ranges::any_of(
        profiles_, [&](const std::string& path) { return path.starts_with(folder_of(one)); });
}

} // namespace proviso::metadata
