#include "checking/facts/exposure.hpp"

#include "base/text.hpp"
#include "checking/facts/custom_objects.hpp"
#include "checking/facts/forbidden.hpp"
#include "checking/facts/subject.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace proviso::checking {
namespace {

using base::truth;
using metadata::holder;
using model::operations;

constexpr std::size_t most_names = 5; // of objects in one finding

std::string some_of(std::vector<std::string> names) {
  if (names.size() > most_names + 1) {
    const auto more = names.size() - most_names;
    names.resize(most_names);
    names.push_back(fmt::format("{} more", more));
  }
  return base::enumerate(names);
}

// What of an open-ended restriction nobody speaks of, gathered over all holders.
struct open_end {
  exposure first;
  std::vector<std::string> objects;
  std::set<metadata::object_id> seen;
};

class finder {
public:
  finder(const model::contract& contract, const metadata::org& found,
         const std::vector<metadata::holder>& groups, base::day today, holdings* who)
      : contract_(contract), found_(found), groups_(groups), who_(who), standings_(*contract.known),
        on_(day_of_term(contract, today)), bans_(bans(contract, found.objects, found.namespaces, on_)),
        open_(bans_.size()) {}

  std::vector<exposure> find() {
    for (const auto& one : found_.holders)
      if (one.is != metadata::holder_kind::muting_set)
        look(one);
    for (const auto& one : groups_)
      look_at_group(one);
    for (std::size_t i = 0; i < bans_.size(); ++i)
      if (!open_[i].objects.empty())
        add_open_end(*bans_[i].restriction, open_[i]);
    return std::move(result_);
  }

private:
  // ---- one holder

  void look(const metadata::holder& one) {
    const auto is = standings_.of(one);
    if (is.is == standing::of::internal)
      return;
    for (std::size_t i = 0; i < bans_.size(); ++i)
      if (const auto bound = under(one, is, *bans_[i].restriction, contract_)) {
        look(*bound, bans_[i], open_[i]);
        sweep(*bound, bans_[i]);
        count(*bound, *bans_[i].restriction);
      }
    if (is.is == standing::of::licensed)
      look_beyond(one, *is.license);
  }

  // What belongs to forbidden objects, and what is open, is told of the sets themselves.
  void look_at_group(const holder& one) {
    const auto is = standings_.of(one);
    for (std::size_t i = 0; i < bans_.size(); ++i)
      if (auto bound = under(one, is, *bans_[i].restriction, contract_)) {
        if (bound->as == exposure::kind::granted)
          bound->as = exposure::kind::grouped;
        look(*bound, bans_[i], open_[i]);
        sweep(*bound, bans_[i]);
      }
  }

  static exposure made(exposure::kind of, const subject& who, const ban& under, base::span at,
                       base::span prohibited_at) {
    exposure result;
    result.of = of;
    result.holder = who.holder;
    result.license = who.license;
    result.restriction = under.restriction;
    result.at = at;
    result.prohibited_at = prohibited_at;
    result.doubt = who.doubt;
    result.rests_on = who.holder->files;
    return result;
  }

  void tell(exposure& one, const subject& who, const held_as& held) const {
    one.of = held.of;
    one.held = held.by;
    if (held.by)
      one.rests_on.add(who_->files_of_groups(*who.holder));
  }

  // ---- grants on an object

  void look(const subject& who, const ban& under, open_end& open) {
    for (const auto& grant : who.holder->grants) {
      const auto& ban = under.objects[grant.object];
      if (const auto wanted = grant.operations() & ban.operations; !wanted.empty())
        judge(who, under, ban, grant, wanted);
      else if (who.as == exposure::kind::granted && ban.operations.empty())
        compare(who, under, ban, grant, open);
    }
  }

  void judge(const subject& who, const ban& under, const forbidden& ban, const metadata::grant& grant,
             operations wanted) {
    const auto& object = found_.objects[grant.object];
    const auto left = under.without_exceptions(wanted, object, who.license, contract_, on_);
    auto one = made(who.as, who, under, grant.at, ban.at);
    one.objects = spelled(object, contract_);
    add(one, who, under, grant, left.sure);
    if (who.license == nullptr)
      return;
    one.doubt = exception_doubt(*under.restriction, *who.license);
    add(one, who, under, grant, left.doubtful);
  }

  void add(exposure one, const subject& who, const ban& under, const metadata::grant& grant,
           operations wanted) {
    for (const auto& [which, held] : shares(who, under, grant, wanted)) {
      one.operations = which;
      tell(one, who, held);
      result_.push_back(one);
    }
  }

  // Operations by who holds them: a group may hand on one without the other.
  struct share {
    operations which;
    held_as held;
  };
  [[nodiscard]] std::vector<share> shares(const subject& who, const ban& under, const metadata::grant& grant,
                                          operations wanted) const {
    std::vector<share> result;
    for (const auto each : model::each_operation)
      if (wanted.holds(each)) {
        const auto held = held_as_of(who, who_, {&grant, each, nullptr}, [&](const model::license& license) {
          return under.forbids(each, found_.objects[grant.object], license, contract_, on_);
        });
        const auto same = std::ranges::find_if(result, [&](const share& s) { return s.held.same_as(held); });
        if (same == result.end())
          result.push_back({each, held});
        else
          same->which |= each;
      }
    return result;
  }

  void compare(const subject& who, const ban& under, const forbidden& ban, const metadata::grant& grant,
               open_end& open) {
    const auto& original = ban.parent.empty() ? ban.resembles : ban.parent;
    if (!original.empty()) {
      auto one = made(ban.parent.empty() ? exposure::kind::copy : exposure::kind::related, who, under, grant.at,
                      ban.at);
      one.objects = spelled(found_.objects[grant.object], contract_);
      one.operations = grant.operations();
      one.original = original;
      result_.push_back(std::move(one));
    }
    if (!under.restriction->open_ended)
      return;
    if (open.objects.empty())
      open.first = made(exposure::kind::unlisted, who, under, grant.at, *under.restriction->open_ended);
    open.first.rests_on.add(who.holder->files);
    if (!open.seen.insert(grant.object).second)
      return;
    open.objects.push_back(spelled(found_.objects[grant.object], contract_));
  }

  void add_open_end(const model::restriction& r, open_end& open) {
    auto& one = open.first;
    std::ranges::sort(open.objects, {}, base::lower);
    one.objects = some_of(open.objects);
    one.doubt = fmt::format(
        "'{}' is open ended (\"not limited to\") and does not list {}: have the vendor state it in writing",
        r.name, one.objects);
    result_.push_back(std::move(one));
  }

  // ---- permissions that reach records by themselves

  // The object of a pattern that such a permission reaches, or the pattern; empty: none.
  static std::string_view reached_by(const metadata::sweeping_permission& permission,
                                     const model::object_pattern& pattern) {
    if (permission.object.empty())
      return pattern.text;
    return pattern.matches(permission.object) ? permission.object : std::string_view();
  }

  void sweep(const subject& who, const ban& under) {
    for (const auto& sweeping : who.holder->sweeping) {
      std::vector<std::string> objects;
      operations reached;
      for (const auto& rule : under.restriction->prohibits)
        for (const auto& pattern : rule.objects)
          if (const auto object = reached_by(*sweeping.permission, pattern); !object.empty())
            if (const auto left = under
                                      .without_exceptions(rule.allowed & sweeping.permission->grants, object,
                                                          who.license, contract_, on_)
                                      .sure;
                !left.empty()) {
              reached |= left;
              if (std::ranges::find(objects, object) == objects.end())
                objects.emplace_back(object);
            }
      if (objects.empty())
        continue;
      auto one = made(who.as, who, under, sweeping.at, under.restriction->prohibits.front().at);
      const auto bound = [&](const model::license& license) {
        auto result = truth::no;
        for (const auto& object : objects)
          result = base::either(result, under.forbids(reached, object, license, contract_, on_));
        return result;
      };
      tell(one, who, held_as_of(who, who_, {nullptr, {}, sweeping.permission}, bound));
      one.objects = some_of(std::move(objects));
      one.operations = reached;
      one.through = sweeping.permission->title;
      result_.push_back(std::move(one));
    }
  }

  // ---- numbers of objects

  void count(const subject& who, const model::restriction& r) {
    for (const auto& limit : r.limits) {
      if (limit.what != custom_objects || who.as != exposure::kind::granted)
        continue;
      const auto counted = counted_objects(*who.holder, found_, limit);
      const bool more = static_cast<std::int64_t>(counted.size()) > limit.most;
      if (!more && !reaches_all(*who.holder))
        continue;
      auto one = made(exposure::kind::limit, who, ban{&r, {}, {}}, who.holder->at, limit.at);
      if (!more)
        one.doubt =
            fmt::format("how many custom objects {} '{}' reaches: a permission on all records opens each "
                        "of the org; take it out, or have them counted",
                        to_string(who.holder->is), base::harmless(who.holder->name));
      one.count = static_cast<std::int64_t>(counted.size());
      one.most = limit.most;
      result_.push_back(std::move(one));
    }
  }

  // ---- what the license does not reach

  void look_beyond(const holder& one, const model::license& license) {
    for (const auto& grant : one.grants) {
      const auto off = out_of_reach(license, grant.object) & grant.operations();
      if (off.empty())
        continue;
      exposure made;
      made.of = exposure::kind::beyond;
      made.holder = &one;
      made.license = &license;
      made.objects = spelled(found_.objects[grant.object], contract_);
      made.operations = off;
      made.at = grant.at;
      made.rests_on = one.files;
      result_.push_back(std::move(made));
    }
  }

  operations out_of_reach(const model::license& license, metadata::object_id object) {
    const auto [place, fresh] = out_of_reach_.try_emplace({&license, object});
    if (fresh)
      for (const auto one : model::each_operation)
        if (license.reaches(one, found_.objects[object]) == truth::no)
          place->second |= one;
    return place->second;
  }

  const model::contract& contract_;
  const metadata::org& found_;
  const std::vector<metadata::holder>& groups_;
  holdings* who_;
  standings standings_;
  base::day on_;
  std::vector<ban> bans_;
  std::vector<open_end> open_; // by ban
  std::map<std::pair<const model::license*, metadata::object_id>, operations> out_of_reach_;
  std::vector<exposure> result_;
};

} // namespace

std::vector<exposure> exposures(const model::contract& contract, const metadata::org& found,
                                const std::vector<metadata::holder>& groups, base::day today, holdings* who) {
  return finder(contract, found, groups, today, who).find();
}

} // namespace proviso::checking
