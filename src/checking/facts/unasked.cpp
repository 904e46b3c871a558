#include "checking/facts/unasked.hpp"

#include "base/text.hpp"
#include "checking/facts/forbidden.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace proviso::checking {
namespace {

// By lower case, so each once; patterns are no names.
std::vector<std::string> forbidden_objects(const model::contract& contract) {
  std::set<std::string> seen;
  std::vector<std::string> result;
  for (const auto& r : contract.restrictions)
    for (const auto& rule : r.prohibits)
      for (const auto& object : rule.objects)
        if (object.text.find('*') == std::string::npos && seen.insert(base::lower(object.text)).second)
          result.push_back(object.text);
  return result;
}

std::set<std::string> granted_objects(const metadata::org& found) {
  std::set<std::string> result;
  for (const auto& holder : found.holders)
    if (holder.is == metadata::holder_kind::profile)
      for (const auto& grant : holder.grants)
        result.insert(base::lower(found.objects[grant.object]));
  return result;
}

const base::stated<std::string>* profiles_asked(const metadata::manifest& one) {
  for (const auto& [type, members] : one.types)
    if (type == metadata::profile_type && !members.empty())
      return &members.front();
  return nullptr;
}

bool asks_for(const metadata::manifest& one, std::string_view object) {
  for (const auto& [type, members] : one.types)
    if (type == metadata::object_type)
      for (const auto& name : members)
        if (base::same_but_case(name.value, object) ||
            (name.value == metadata::wildcard && is_custom_object(object)))
          return true;
  return false;
}

} // namespace

std::vector<metadata::gap> unasked_objects(const model::contract& contract, const metadata::org& found) {
  if (found.manifests.empty())
    return {};
  auto objects = forbidden_objects(contract);
  const auto granted = granted_objects(found);
  std::erase_if(objects, [&](const std::string& one) { return granted.contains(base::lower(one)); });
  std::vector<metadata::gap> result;
  for (const auto& one : found.manifests) {
    const auto* profiles = profiles_asked(one);
    if (profiles == nullptr || !one.has_profiles)
      continue;
    std::vector<std::string> left;
    std::ranges::copy_if(objects, std::back_inserter(left),
                         [&](const std::string& object) { return !asks_for(one, object); });
    if (!left.empty())
      result.push_back(
          {one.name,
           fmt::format("what profiles grant on {}: '{}' does not ask for them by name, and profiles "
                       "come with the permissions of objects that it asks for ('*' means custom "
                       "ones); add them to its CustomObject, and retrieve again",
                       base::enumerate(left), base::harmless(one.name)),
           profiles->at});
  }
  return result;
}

} // namespace proviso::checking
