#include "metadata/org.hpp"

#include "base/text.hpp"

namespace proviso::metadata {

object_id object_names::add(std::string_view name) {
  if (const auto known = spelled_.find(name); known != spelled_.end())
    return known->second;
  const auto [place, fresh] = ids_.try_emplace(base::lower(name), static_cast<object_id>(names_.size()));
  auto& spelling = fresh ? names_.emplace_back(name) : names_[place->second];
  if (name < spelling)
    spelling = name;
  spelled_.emplace(name, place->second);
  return place->second;
}

std::optional<object_id> object_names::find(std::string_view name) const {
  const auto found = ids_.find(base::lower(name));
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

std::string key_of(const org& of, std::string_view name) {
  auto key = base::lower(name);
  for (const auto& own : of.namespaces)
    if (key.size() > own.size() + 2 && key.starts_with(own) && key.compare(own.size(), 2, "__") == 0)
      return key.substr(own.size() + 2);
  return key;
}

std::string object_key_of(const org& of, std::string_view name) {
  auto key = key_of(of, name);
  return key.find("__") == std::string::npos ? base::lower(name) : key;
}

std::optional<std::string> changed_object(std::string_view event) {
  if (event.size() <= change_event.size() || !event.ends_with(change_event))
    return std::nullopt;
  auto object = std::string(event.substr(0, event.size() - change_event.size()));
  return object.ends_with("__") ? object + "c" : object;
}

std::string_view folder_of(const manifest& one) {
  const auto up = [](std::string_view path) { return path.substr(0, path.find_last_of('/') + 1); };
  const auto own = up(one.name);
  const auto inner = own.substr(0, own.empty() ? 0 : own.size() - 1);
  return base::same_but_case(inner.substr(up(inner).size()), manifest_folder) ? up(inner) : own;
}

std::string_view to_string(holder_kind of) {
  switch (of) {
  case holder_kind::profile: return profile_word;
  case holder_kind::permission_set: return set_word;
  case holder_kind::muting_set: return muting_word;
  case holder_kind::group: return group_word;
  }
  return {};
}

} // namespace proviso::metadata
