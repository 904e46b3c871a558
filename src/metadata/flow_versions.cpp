#include "metadata/flow_versions.hpp"

#include "base/text.hpp"
#include "metadata/flow_vocabulary.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>

namespace proviso::metadata {
namespace {

using definitions =
    std::unordered_map<std::string, std::vector<const flow_definition*>>; // by name in lower case

std::string unknown_status(const flow& of) {
  return fmt::format(
      "whether the flow '{}' runs: its status is {}; remove it, or retrieve the version that is active",
      base::harmless(of.name), of.status.empty() ? "not stated" : base::harmless(of.status));
}

std::string contradiction(const flow& of, int active) {
  return fmt::format(
      "whether the flow '{}' runs: its definition says that version {} does, the status of its file "
      "is {}; retrieve both again",
      base::harmless(of.name), active, of.status.empty() ? "not stated" : base::harmless(of.status));
}

std::string disagreement(const flow& of) {
  return fmt::format("which version of the flow '{}' runs: its definitions name several; keep one of them",
                     base::harmless(of.name));
}

void settle_by_status(flow& one) {
  one.runs = !base::is_one_of(idle_statuses, one.status);
  if (one.runs && one.status != active_status)
    one.doubt = unknown_status(one);
}

void settle_by_definition(flow& one, int active) {
  const bool named = one.version == active || one.version == 0; // a file without a version is of any
  one.runs = active > 0 && named;
  if (one.runs && one.version == 0 && one.status != active_status)
    one.doubt = contradiction(one, active);
}

void settle(flow& one, const std::vector<const flow_definition*>& by) {
  const flow_definition* first = nullptr;
  for (const auto* each : by) {
    if (!each->active)
      continue;
    one.settled_by.add(each->at);
    if (first != nullptr && first->active != each->active)
      one.doubt = disagreement(one);
    first = first == nullptr ? each : first;
  }
  if (first == nullptr)
    settle_by_status(one);
  else if (one.doubt.empty())
    settle_by_definition(one, *first->active);
}

gap missing_version(const flow_definition& of) {
  return {of.name,
          fmt::format("what the flow '{}' does: version {} of it runs, and no file holds that; retrieve it",
                      base::harmless(of.name), *of.active),
          of.at};
}

std::string key(std::string_view name, int version) {
  return fmt::format("{}-{}", base::lower(name), version);
}

void tell_missing(org& of) {
  std::unordered_set<std::string> known;
  std::unordered_set<std::string> names;
  for (const auto& one : of.flows) {
    known.insert(key(one.name, one.version));
    names.insert(base::lower(one.name));
  }
  for (const auto& one : of.flow_definitions) {
    if (one.active.value_or(0) > 0 && !known.contains(key(one.name, *one.active)) &&
        !known.contains(key(one.name, 0)))
      of.gaps.push_back(missing_version(one));
    if (one.active &&
        names.insert(base::lower(one.name)).second) { // it is there, and what it does is told above
      flow& idle = of.flows.emplace_back();
      idle.name = one.name;
      idle.at = one.at;
      idle.runs = false;
    }
  }
}

} // namespace

versioned_name without_version(std::string_view file_name) {
  const auto dash = file_name.rfind('-');
  versioned_name result{std::string(file_name), 0};
  if (dash == std::string_view::npos || dash == 0)
    return result;
  int version = 0;
  const auto* end = file_name.data() + file_name.size();
  const auto read = std::from_chars(file_name.data() + dash + 1, end, version);
  if (read.ec == std::errc() && read.ptr == end && version > 0)
    result = {std::string(file_name.substr(0, dash)), version};
  return result;
}

void settle_versions(org& of) {
  definitions all;
  for (const auto& one : of.flow_definitions)
    all[base::lower(one.name)].push_back(&one);
  for (auto& one : of.flows)
    settle(one, all[base::lower(one.name)]);
  tell_missing(of);
}

} // namespace proviso::metadata
