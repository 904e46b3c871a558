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
