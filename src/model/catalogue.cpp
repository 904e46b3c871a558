#include "model/catalogue.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace proviso::model {
namespace {

using base::truth;

bool lists(const std::vector<base::stated<std::string>>& names, std::string_view wanted) {
  return std::any_of(names.begin(), names.end(), [&](const auto& n) { return n.value == wanted; });
}

bool is_pattern(const object_pattern& o) {
  return o.text.find('*') != std::string::npos;
}

// Whether a clause names the object by its own name (not by a pattern) or, with `patterns`, by a pattern.
bool names(const access_rule& rule, std::string_view object, bool patterns) {
  return std::any_of(rule.objects.begin(), rule.objects.end(),
                     [&](const auto& o) { return is_pattern(o) == patterns && o.matches(object); });
}

operations granted(const std::vector<access_rule>& rules, std::string_view object, bool patterns) {
  operations result;
  for (const auto& rule : rules)
    if (names(rule, object, patterns))
      result |= rule.allowed;
  return result;
}

template <typename Map>
auto find_in(const Map& map, std::string_view name) -> const typename Map::mapped_type* {
  const auto found = map.find(name);
  return found == map.end() ? nullptr : &found->second;
}

} // namespace

truth license::has(std::string_view capability) const {
  if (lists(offers, capability))
    return truth::yes;
  return lists(lacks, capability) ? truth::no : truth::unknown;
}

truth license::reaches(operations wanted, std::string_view object) const {
  const auto allowed = granted(allows, object, false);
  const auto denied = granted(denies, object, false);
  const auto by_pattern = granted(allows, object, true).without(denied);
  const auto not_by_pattern = granted(denies, object, true).without(allowed);
  if (!(wanted & (denied | not_by_pattern)).empty())
    return truth::no;
  return wanted.without(allowed | by_pattern).empty() ? truth::yes : truth::unknown;
}

const license* catalogue::find_license(std::string_view name) const {
  return find_in(licenses, name);
}

const object_type* catalogue::find_object(std::string_view name) const {
  return find_in(objects, base::lower(name));
}

const group* catalogue::find_group(std::string_view name, group::kind of) const {
  const auto* found = find_in(groups, name);
  return found && found->of == of ? found : nullptr;
}

} // namespace proviso::model
