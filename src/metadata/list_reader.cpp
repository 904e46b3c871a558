#include "metadata/list_reader.hpp"

namespace proviso::metadata {
namespace {

void add_or_skip(stated_names* to, elements& from) {
  if (to != nullptr)
    from.add_to(*to);
  else
    from.skip();
}

} // namespace

void read_group_section(std::string_view name, elements& from, part& into) {
  add_or_skip(name == group_sets ? &into.sets : name == group_mutings ? &into.mutings : nullptr, from);
}

void read_network_section(std::string_view name, elements& from, part& into) {
  if (name == self_registration_profile) {
    if (auto one = from.stated(); !one.value.empty())
      into.self_registration = std::move(one);
  } else if (name != member_groups) {
    from.skip();
  } else {
    while (from.next()) {
      const auto member = from.name();
      add_or_skip(member == member_profile ? &into.profiles
                  : member == member_set   ? &into.sets
                                           : nullptr,
                  from);
    }
  }
}

void read_sharing_section(std::string_view name, elements& from, part& into) {
  if (name != access_mappings)
    return add_or_skip(name == sharing_profiles ? &into.profiles : nullptr, from);
  shared_object one;
  one.at = from.tag();
  from.each([&](std::string_view element) {
    if (element == object_element)
      return from.text(one.object), true;
    return element == access_level ? (from.text(one.level), true) : false;
  });
  if (!one.object.empty())
    into.shared.push_back(std::move(one));
}

void read_manifest_section(std::string_view name, elements& from, part& into) {
  if (name != manifest_types)
    return from.skip();
  asked one;
  while (from.next())
    if (const auto element = from.name(); element == name_element)
      from.text(one.type);
    else
      add_or_skip(element == manifest_members ? &one.members : nullptr, from);
  into.asks.types.push_back(std::move(one));
}

} // namespace proviso::metadata
