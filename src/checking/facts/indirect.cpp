#include "checking/facts/indirect.hpp"

#include "base/text.hpp"
#include "checking/facts/forbidden.hpp"
#include "checking/facts/subject.hpp"
#include "tracing/search.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace proviso::checking {
namespace {

using base::truth;
using metadata::holder;
using model::operations;

// A way that is found, before the best are chosen.
struct candidate {
  std::size_t ban = 0;
  const tracing::site* site = nullptr;
  const tracing::arrival* by = nullptr;
  operations wanted;
  std::string doubt;
  exposure::kind of = exposure::kind::granted;
  std::optional<checking::held> held{};

  [[nodiscard]] bool certain() const { return site->certain && by->certain; }
  // The surest first, then the shortest.
  [[nodiscard]] auto rank() const { return std::tuple(!doubt.empty(), !certain(), by->length); }
};

std::vector<std::string> members(const model::catalogue& known, std::string_view group) {
  const auto* found = known.find_group(group, model::group::kind::objects);
  return found != nullptr ? found->members : std::vector<std::string>();
}

// Names of objects are in the catalogue, or of those that are there by name alone.
tracing::object_test is_object(const model::catalogue& known) {
  std::unordered_set<std::string> others;
  if (const auto* found = known.find_group(objects_of_code, model::group::kind::texts))
    for (const auto& one : found->members)
      others.insert(base::lower(one));
  return [&known, others = std::move(others)](std::string_view name) {
    return known.find_object(name) != nullptr || others.contains(base::lower(name));
  };
}

tracing::unasked_objects unasked(const model::catalogue& known) {
  tracing::unasked_objects result{members(known, written_by_anybody), members(known, updated_by_anybody), {}};
  for (const auto& [key, object] : known.objects)
    if (!object.related.empty())
      result.belonging[key] = object.related;
  return result;
}

class finder {
public:
  finder(const model::contract& contract, const metadata::org& found,
         const std::vector<metadata::holder>& groups, base::day today, holdings* who)
      : contract_(contract), found_(found), groups_(groups), who_(who),
        graph_(tracing::draw(found, is_object(*contract.known))),
        search_(graph_, found, unasked(*contract.known)), of_groups_(graph_, found, unasked(*contract.known)),
        standings_(*contract.known), on_(day_of_term(contract, today)),
        bans_(bans(contract, graph_.objects, found.namespaces, on_)) {}

  // What cannot be read is told of somebody whom the contract binds, if there is one.
  std::vector<indirect> find() {
    for (const bool anybody : {false, true})
      for (const auto& one : found_.holders)
        if (one.is != metadata::holder_kind::muting_set && !bans_.empty() && is_anybodys(one) == anybody)
          look(one);
    if (!bans_.empty())
      for (const auto& one : groups_)
        look(one);
    return std::move(result_);
  }

private:
  [[nodiscard]] bool is_anybodys(const holder& one) const {
    return standings_.of(one).is == standing::of::anybody;
  }

  void look(const holder& one) {
    const auto is = standings_.of(one);
    std::vector<std::optional<subject>> subjects;
    for (const auto& ban : bans_)
      subjects.push_back(under(one, is, *ban.restriction, contract_));
    const auto first = std::ranges::find_if(subjects, [](const auto& s) { return s.has_value(); });
    if (first == subjects.end())
      return;
    const auto& reached = search_.from(one);
    choose(candidates(reached, subjects), subjects);
    const auto& ban = bans_[static_cast<std::size_t>(first - subjects.begin())];
    ask(reached, **first, ban);
  }

  // ---- what is done

  std::vector<candidate> candidates(const tracing::reached_all& reached,
                                    const std::vector<std::optional<subject>>& subjects) {
    std::vector<candidate> all;
    for (const auto& arrival : reached.arrivals)
      for (const auto& site : graph_.nodes[arrival.node].sites)
        for (std::size_t i = 0; i < bans_.size(); ++i)
          if (const auto wanted = site.does & bans_[i].objects[site.object].operations;
              subjects[i] && !wanted.empty())
            add(all, {i, &site, &arrival, wanted, site.doubt.empty() ? subjects[i]->doubt : site.doubt},
                *subjects[i]);
    std::ranges::stable_sort(all, [](const candidate& a, const candidate& b) { return a.rank() < b.rank(); });
    return all;
  }

  // Without what an exception permits.
  void add(std::vector<candidate>& to, candidate one, const subject& who) {
    const auto& ban = bans_[one.ban];
    const auto left =
        ban.without_exceptions(one.wanted, graph_.objects[one.site->object], who.license, contract_, on_);
    one.wanted = left.sure;
    const holdings::right by{
        .gives = [&](const holder& rest) { return reaches(rest, one.by->node, one.certain()); }};
    const auto held = held_as_of(who, who_, by, [&](const model::license& license) {
      return ban.forbids(left.sure, graph_.objects[one.site->object], license, contract_, on_);
    });
    one.of = held.of;
    one.held = held.by;
    if (!left.sure.empty())
      to.push_back(one);
    one.wanted = left.doubtful;
    if (left.doubtful.empty() || who.license == nullptr)
      return;
    one.doubt = exception_doubt(*ban.restriction, *who.license);
    to.push_back(std::move(one));
  }

  // Whether what a group leaves of a set leads there as well; unknown where it only may.
  truth reaches(const holder& rest, tracing::node_id node, bool certain) {
    auto [place, fresh] = reached_.try_emplace(&rest);
    if (fresh)
      for (const auto& arrival : of_groups_.from(rest).arrivals)
        place->second.emplace(arrival.node, arrival.certain);
    const auto found = place->second.find(node);
    if (found == place->second.end())
      return truth::no;
    return found->second || !certain ? truth::yes : truth::unknown;
  }

  // Each operation on each object by the best way, once through code and once through flows.
  void choose(const std::vector<candidate>& all, const std::vector<std::optional<subject>>& subjects) {
    std::map<std::tuple<std::size_t, metadata::object_id, tracing::node_kind>, operations> shown;
    for (const auto& one : all) {
      auto& before = shown[{one.ban, one.site->object, graph_.nodes[one.by->node].is}];
      const auto fresh = one.wanted.without(before);
      before |= fresh;
      if (!fresh.empty())
        result_.push_back(made(one, fresh, *subjects[one.ban]));
    }
  }

  [[nodiscard]] indirect made(const candidate& one, operations fresh, const subject& who) const {
    const auto& ban = bans_[one.ban];
    auto result = about(who, ban, one.by->node);
    result.object = name_of(one.site->object);
    result.operations = fresh;
    result.of = one.of;
    result.held = one.held;
    result.certain = one.certain();
    result.path = path_to(*one.by, *one.site);
    result.at = one.site->at;
    result.from = one.by->from;
    result.prohibited_at = ban.objects[one.site->object].at;
    result.doubt = one.doubt;
    result.rests_on.add(search_.files(one.by->node));
    if (one.held)
      result.rests_on.add(who_->files_of_groups(*who.holder));
    return result;
  }

  // Code may spell it in any way; permissions spell it as the org does.
  [[nodiscard]] std::string name_of(metadata::object_id object) const {
    const auto& name = graph_.objects[object];
    const auto granted = found_.objects.find(name);
    return spelled(granted ? found_.objects[*granted] : name, contract_);
  }

  [[nodiscard]] indirect about(const subject& who, const ban& under, tracing::node_id node) const {
    indirect result;
    result.of = who.as;
    result.holder = who.holder;
    result.license = who.license;
    result.restriction = under.restriction;
    result.rests_on = who.holder->files;
    result.by = graph_.nodes[node].is == tracing::node_kind::flow ? indirect::by::flow : indirect::by::code;
    return result;
  }

  // The last step says more than its name.
  [[nodiscard]] std::string path_to(const tracing::arrival& by, const tracing::site& site) const {
    auto path = search_.path(by.node);
    path.resize(path.size() - graph_.nodes[by.node].label.size());
    return path + site.says;
  }

  // ---- what cannot be told

  void ask(const tracing::reached_all& reached, const subject& who, const ban& under) {
    for (const auto& arrival : reached.arrivals)
      for (const auto& unread : graph_.nodes[arrival.node].unreads)
        if (asked_.insert(unread.missing).second)
          add_unread(unread, who, under, arrival.node, arrival.from, search_.path(arrival.node));
    for (const auto& missing : reached.missing)
      if (const auto what = graph_.nodes.empty() ? nothing_read : missing.missing; asked_.insert(what).second)
        add_unread({what, missing.at, graph_.nodes.empty() ? tracing::node_kind::code : missing.of}, who, under,
                   no_node, missing.at, {});
  }

  void add_unread(const tracing::unread& what, const subject& who, const ban& under, tracing::node_id node,
                  base::span from, std::string path) {
    indirect one;
    one.by = what.of == tracing::node_kind::flow ? indirect::by::flow : indirect::by::code;
    one.of = who.as;
    one.holder = who.holder;
    one.license = who.license;
    one.restriction = under.restriction;
    one.rests_on = who.holder->files;
    if (node != no_node)
      one.rests_on.add(search_.files(node));
    one.path = std::move(path);
    one.at = what.at;
    one.from = from;
    one.prohibited_at = under.restriction->at;
    one.doubt = what.missing;
    result_.push_back(std::move(one));
  }

  static constexpr tracing::node_id no_node = ~tracing::node_id{0};
  // One sentence, where a project is only of permissions, and not one for each class they name.
  inline static const std::string nothing_read =
      "what classes, pages and flows do that profiles and permission sets let run: no file holds any; retrieve "
      "them too";

  const model::contract& contract_;
  const metadata::org& found_;
  const std::vector<metadata::holder>& groups_;
  holdings* who_;
  tracing::graph graph_;
  tracing::search search_;
  tracing::search of_groups_;
  // By what groups leave of sets: the nodes it leads to, and whether it surely does.
  std::unordered_map<const holder*, std::unordered_map<tracing::node_id, bool>> reached_;
  standings standings_;
  base::day on_;
  std::vector<ban> bans_;
  std::set<std::string> asked_;
  std::vector<indirect> result_;
};

} // namespace

std::vector<indirect> indirects(const model::contract& contract, const metadata::org& found,
                                const std::vector<metadata::holder>& groups, base::day today, holdings* who) {
  return finder(contract, found, groups, today, who).find();
}

} // namespace proviso::checking
