#include "metadata/holder_reader.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::metadata {
namespace {

const granting_element* granting(std::string_view name) {
  const auto* const known = std::ranges::find(granting_elements, name, &granting_element::name);
  return known == granting_elements.end() ? nullptr : known;
}

} // namespace

void holder_reader::section(std::string_view name) {
  if (name == object_permissions)
    object();
  else if (name == user_permissions)
    user_permission();
  else if (name == user_license || name == license_element)
    license();
  else if (name == class_accesses)
    accessed(part_.classes, accessed_class);
  else if (name == flow_accesses)
    accessed(part_.flows, accessed_flow);
  else if (name == page_accesses)
    accessed(part_.pages, accessed_page);
  else
    from_.skip();
}

void holder_reader::license() {
  auto one = from_.stated();
  if (one.value.empty())
    return;
  if (part_.license && !base::same_but_case(part_.license->value, one.value))
    from_.fault(fmt::format("the license is stated twice, as '{}' and as '{}'",
                            base::harmless(part_.license->value), base::harmless(one.value)),
                one.at, "retrieve the file again");
  part_.license = std::move(one);
}

void holder_reader::object() {
  grant one;
  one.at = from_.tag();
  name_.clear();
  const auto says_something = [](std::string_view name) {
    return name == object_element || granting(name) != nullptr || base::is_one_of(revoking_elements, name);
  };
  from_.each_text(says_something, [&](const leaf& each) {
    if (each.name == object_element)
      name_ = each.text;
    else
      permission(each, one);
  });
  if (name_.empty() && !from_.failed())
    from_.fault("these object permissions name no object", one.at, "add <object>");
  if (name_.empty() || one.operations().empty())
    return;
  one.object = objects_.add(name_);
  part_.grants.push_back(one);
}

void holder_reader::permission(const leaf& stated, grant& into) {
  if (const auto* known = granting(stated.name); known == nullptr)
    other_permission(stated);
  else if (from_.truth_of(stated))
    (known->all_records ? into.all : into.stated) |= known->grants;
}

void holder_reader::other_permission(const leaf& stated) {
  if (base::is_one_of(revoking_elements, stated.name))
    from_.fault(
        fmt::format("<{}> is of an old version of the API, where it takes away what is granted otherwise",
                    stated.name),
        stated.at, "retrieve the file again, with version 14.0 or later");
}

// <classAccesses><apexClass>…</apexClass><enabled>true</enabled></classAccesses>. Without <enabled> it is off:
// a file lists those that are on.
bool holder_reader::enabled(std::string_view element) {
  bool on = false;
  name_.clear();
  const auto says_something = [&](std::string_view name) { return name == element || name == enabled_element; };
  from_.each_text(says_something, [&](const leaf& each) {
    if (each.name == element)
      name_ = each.text;
    else if (each.name == enabled_element)
      on = from_.truth_of(each);
  });
  return on && !name_.empty();
}

void holder_reader::accessed(stated_names& to, std::string_view element) {
  const auto at = from_.tag();
  if (enabled(element))
    to.push_back({name_, at});
}

void holder_reader::user_permission() {
  const auto at = from_.tag();
  if (!enabled(name_element))
    return;
  for (const auto& known : sweeping_permissions)
    if (base::same_but_case(known.name, name_))
      part_.sweeping.push_back({&known, at});
  if (base::same_but_case(name_, run_flows))
    part_.all_flows = at;
}

} // namespace proviso::metadata
