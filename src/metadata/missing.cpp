#include "metadata/missing.hpp"

#include "base/text.hpp"
#include "metadata/walk.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <unordered_set>

namespace proviso::metadata {
namespace {

std::string key(std::string_view what, std::string_view name) {
  return fmt::format("{}:{}", what, base::lower(name));
}

// What the files describe, by what it is and its name.
std::unordered_set<std::string> described_by(const org& of) {
  std::unordered_set<std::string> all;
  for (const auto& one : of.holders)
    all.insert(key(to_string(one.is), one.name));
  for (const auto& one : of.groups)
    all.insert(key(group_word, one.name));
  for (const auto& one : of.networks)
    all.insert(key(site_word, one.name));
  for (const auto& one : of.sharing_sets)
    all.insert(key(sharing_word, one.name));
  for (const auto& one : of.flows)
    all.insert(key(flow_word, one.name));
  for (const auto& one : of.programs)
    all.insert(key(one.of_trigger || one.unit.trigger ? trigger_word : class_word, one.name));
  for (const auto& one : of.pages)
    if (!one.is_component)
      all.insert(key(page_word, one.name));
  return all;
}

constexpr std::string_view unknown_members = "what its members may do is unknown";

class finder {
public:
  explicit finder(const org& of) : org_(of) {}

  std::vector<gap> find() {
    for (const auto& one : org_.groups)
      look_at(one);
    for (const auto& one : org_.networks)
      look_at(one);
    for (const auto& one : org_.sharing_sets)
      for (const auto& name : one.profiles)
        look(profile_word, name, "whom it opens records to is unknown",
             fmt::format("the sharing set '{}'", base::harmless(one.name)));
    for (const auto& one : org_.components)
      look_at(one);
    for (const auto& one : org_.manifests)
      look_at(one);
    return std::move(gaps_);
  }

private:
  void look_at(const group& one) {
    const auto whose = fmt::format("the group '{}'", base::harmless(one.name));
    for (const auto& name : one.sets)
      look(set_word, name, "what it grants is unknown", whose);
    for (const auto& name : one.mutings)
      look(muting_word, name, "it is taken to mute nothing", whose);
  }

  void look_at(const network& one) {
    const auto whose = fmt::format("the site '{}'", base::harmless(one.name));
    for (const auto& name : one.profiles)
      look(profile_word, name, unknown_members, whose);
    for (const auto& name : one.sets)
      look(set_word, name, unknown_members, whose);
    if (one.self_registration)
      look(profile_word, *one.self_registration, "what whoever registers may do is unknown", whose);
  }

  void look_at(const component& one) {
    for (const auto& call : one.calls)
      look(class_word, {call.type, call.at}, "what it does is unknown",
           fmt::format("the component '{}' that starts it or, if it is of a managed package, ask its vendor",
                       base::harmless(one.name)));
  }

  void look_at(const manifest& one) {
    const auto whose = fmt::format("what '{}' asks for", base::harmless(one.name));
    for (const auto& [type, members] : one.types) {
      const auto known = std::ranges::find(manifest_kinds, type, &manifest_kind::type);
      for (const auto& name : members)
        if (known != manifest_kinds.end() && name.value != wildcard)
          look(known->word, {percent_decoded(name.value), name.at}, "what it grants or does is unknown", whose);
        else if (type == profile_type && name.value == wildcard && !has_profiles())
          add("profiles", "profiles have no file, what they grant is unknown", name.at, whose);
    }
  }

  // There are some in each org, so a retrieve of all of them brings some.
  [[nodiscard]] bool has_profiles() const {
    return std::ranges::any_of(org_.holders, [](const holder& one) { return one.is == holder_kind::profile; });
  }

  void look(std::string_view what, const base::stated<std::string>& name, std::string_view consequence,
            std::string_view whose) {
    if (!known_)
      known_ = described_by(org_);
    if (!known_->contains(key(what, name.value)) && !known_->contains(key(what, key_of(org_, name.value))))
      add(name.value, fmt::format("the {} '{}' has no file, {}", what, base::harmless(name.value), consequence),
          name.at, whose, what);
  }

  void add(const std::string& subject, const std::string& missing, base::span at, std::string_view whose,
           std::string_view what = {}) {
    if (seen_.insert(key(what, subject)).second)
      gaps_.push_back({subject, fmt::format("{}: retrieve it together with {}", missing, whose), at});
  }

  const org& org_;
  std::optional<std::unordered_set<std::string>> known_; // what files describe, once asked
  std::unordered_set<std::string> seen_;
  std::vector<gap> gaps_;
};

} // namespace

std::vector<gap> missing_files(const org& of) {
  return finder(of).find();
}

} // namespace proviso::metadata
