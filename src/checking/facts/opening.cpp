#include "checking/facts/opening.hpp"

#include "checking/facts/forbidden.hpp"
#include "checking/facts/subject.hpp"
#include "metadata/effective.hpp"

namespace proviso::checking {
namespace {

using model::operations;

metadata::object_names objects_of(const metadata::org& found) {
  metadata::object_names names;
  for (const auto& set : found.sharing_sets)
    for (const auto& one : set.objects)
      (void)names.add(one.object);
  return names;
}

// Who may edit a record may read it.
operations opened(const metadata::shared_object& one) {
  const operations read = operations::read;
  return one.level == metadata::edit_level ? read | operations::update : read;
}

class finder {
public:
  finder(const model::contract& contract, const metadata::org& found, base::day today)
      : contract_(contract), found_(found), all_(found), standings_(*contract.known),
        on_(day_of_term(contract, today)), names_(objects_of(found)),
        bans_(bans(contract, names_, found.namespaces, on_)) {}

  std::vector<opening> find() {
    for (const auto& set : found_.sharing_sets)
      for (const auto& object : set.objects)
        for (const auto& ban : bans_)
          look(set, object, ban);
    return std::move(result_);
  }

private:
  void look(const metadata::sharing_set& set, const metadata::shared_object& object, const ban& under) {
    const auto& forbidden = under.objects[*names_.find(object.object)];
    const auto wanted = forbidden.operations & opened(object);
    if (wanted.empty())
      return;
    opening one{&set, &object, under.restriction, {}, forbidden.at, {}, {}};
    one.rests_on.add(set.at);
    std::string doubt;
    bool sure = false;
    for (const auto& name : set.profiles)
      for (const auto* profile : all_.find(metadata::holder_kind::profile, name.value))
        if (const auto who = subject_of(*profile, object, under, wanted)) {
          one.profiles.push_back(profile->name);
          one.rests_on.add(profile->files);
          sure = sure || who->doubt.empty();
          doubt = doubt.empty() ? who->doubt : doubt;
        }
    if (one.profiles.empty())
      return;
    one.doubt = sure ? std::string() : doubt;
    result_.push_back(std::move(one));
  }

  // None where the restriction does not bind the profile, or an exception permits all of it. Sharing sets are
  // not for guests.
  [[nodiscard]] std::optional<subject> subject_of(const metadata::holder& profile,
                                                  const metadata::shared_object& object, const ban& under,
                                                  operations wanted) const {
    auto who = checking::under(profile, standings_.of(profile), *under.restriction, contract_);
    if (!who || who->as != exposure::kind::granted)
      return std::nullopt;
    const auto left = under.without_exceptions(wanted, object.object, who->license, contract_, on_);
    if (!left.sure.empty())
      return who;
    if (left.doubtful.empty() || who->license == nullptr)
      return std::nullopt;
    who->doubt = exception_doubt(*under.restriction, *who->license);
    return who;
  }

  const model::contract& contract_;
  const metadata::org& found_;
  metadata::holder_index all_;
  standings standings_;
  base::day on_;
  metadata::object_names names_;
  std::vector<ban> bans_;
  std::vector<opening> result_;
};

} // namespace

std::vector<opening> openings(const model::contract& contract, const metadata::org& found, base::day today) {
  return finder(contract, found, today).find();
}

} // namespace proviso::checking
