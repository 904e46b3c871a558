// Catalogue declarations to a catalogue. Two passes, since a license may name a capability of a later file.
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "model/resolve.hpp"
#include "model/resolving.hpp"

namespace proviso::model {
namespace {

provenance origin_of(const syntax::source_of& from) {
  return {from.value.value, from.as_of ? base::to_string(from.as_of->value) : std::string{}};
}

provenance origin_of(const std::optional<syntax::source_of>& from) {
  return from ? origin_of(*from) : provenance{};
}

std::optional<base::span> declared(const catalogue& known, std::string_view name) {
  if (const auto* license = known.find_license(name))
    return license->at;
  const auto group = known.groups.find(name);
  return group == known.groups.end() ? std::nullopt : std::optional<base::span>(group->second.at);
}

void twice(base::diagnostics& faults, std::string_view what, const syntax::word& name, base::span first) {
  faults.push_back({fmt::format("there are two {} named '{}'", what, name.text),
                    name.at,
                    "rename one of them",
                    {{first, "the first one"}},
                    base::ground::clause});
}

// ---- first pass: names

struct declaring {
  catalogue& all;
  base::diagnostics& faults;

  template <typename Other>
  void operator()(const Other& /*not of the catalogue*/) const {}

  void operator()(const syntax::license& tree) const {
    if (const auto first = declared(all, tree.name.text))
      return twice(faults, "licenses or groups", tree.name, *first);
    auto& made = all.licenses[std::string(tree.name.text)];
    made.name = tree.name.text;
    made.title = tree.title.value;
    made.at = tree.name.at;
  }

  void operator()(const syntax::capability& tree) const {
    const auto [place, fresh] = all.capabilities.try_emplace(std::string(tree.name.text));
    if (!fresh)
      return twice(faults, "capabilities", tree.name, place->second.at);
    place->second = {std::string(tree.name.text), tree.title.value, origin_of(tree.source), tree.name.at};
  }

  void operator()(const syntax::object& tree) const {
    const auto [place, fresh] = all.objects.try_emplace(base::lower(tree.name.text));
    if (!fresh)
      return twice(faults, "objects", tree.name, place->second.at);
    place->second = {std::string(tree.name.text), {}, tree.name.at};
  }

  void operator()(const syntax::group& tree) const {
    if (const auto first = declared(all, tree.name.text))
      return twice(faults, "licenses or groups", tree.name, *first);
    auto& made = all.groups[std::string(tree.name.text)];
    made.of = static_cast<group::kind>(tree.of);
    made.name = tree.name.text;
    made.title = tree.title.value;
    made.origin = origin_of(tree.source);
    made.at = tree.name.at;
    made.members.reserve(tree.members.size() + tree.values.size());
    for (const auto& member : tree.members)
      made.members.emplace_back(member.text);
    for (const auto& value : tree.values)
      made.members.push_back(value.value);
    if (declares_members(tree))
      declare_members(tree);
  }

  // They are listed by name, so that each is looked for behind the one before it.
  void declare_members(const syntax::group& tree) const {
    auto next = all.objects.begin();
    for (const auto& member : tree.members)
      next = std::next(all.objects.try_emplace(next, base::lower(member.text),
                                               object_type{std::string(member.text), {}, member.at}));
  }
};

static_assert(static_cast<int>(group::kind::texts) == static_cast<int>(syntax::group::kind::texts));

// ---- second pass: what the names say of each other

struct license_facts {
  const resolving& to;
  license& made;

  void operator()(const syntax::names& tree) const {
    auto& list = tree.keys ? made.keys : made.names;
    for (const auto& name : tree.values)
      list.push_back({name.value.value, sale_of(name.sold)});
  }
  void operator()(const syntax::accounts& tree) const {
    if (made.accounts)
      to.wrong(tree.at, "'accounts' is stated twice", "keep one of them");
    made.accounts = stated<std::int64_t>{whole(to, tree.value, "the number of accounts"), tree.at};
  }
  void operator()(const syntax::offers& tree) const {
    for (const auto& capability : tree.capabilities)
      if (check_capability(to, capability))
        (tree.lacks ? made.lacks : made.offers).push_back({std::string(capability.text), capability.at});
  }
  void operator()(const syntax::allows& tree) const {
    (tree.denies ? made.denies : made.allows)
        .push_back({operations_of(tree.operations), objects_of(to, tree.objects, false), tree.at});
  }
  void operator()(const syntax::source_of& tree) const { // several may stand, each for some of the facts
    const auto origin = origin_of(tree);
    made.origin.source.append(made.origin.source.empty() ? "" : "; ").append(origin.source);
    if (!origin.as_of.empty())
      made.origin.as_of = origin.as_of;
  }
  void operator()(const syntax::cited& /*for readers*/) const {}
  void operator()(const syntax::note& /*for readers*/) const {}

  [[nodiscard]] sale sale_of(const syntax::unit& unit) const {
    if (unit.words == "login")
      return sale::logins;
    return unit.words == "member" ? sale::members : sale::other;
  }
};

void check_both_ways(const resolving& to, const license& made) {
  for (const auto& lacking : made.lacks)
    for (const auto& offered : made.offers)
      if (lacking.value == offered.value)
        to.faults.push_back({fmt::format("'{}' is both offered and lacking", lacking.value),
                             lacking.at,
                             "keep one; where sources disagree, keep none and add a note",
                             {{offered.at, "offered here"}}});
}

struct relating {
  const resolving& to;
  catalogue& all;

  template <typename Other>
  void operator()(const Other& /*complete already*/) const {}

  void operator()(const syntax::license& tree) const {
    const auto found = all.licenses.find(tree.name.text);
    if (found == all.licenses.end() || found->second.at.begin != tree.name.at.begin)
      return;
    for (const auto& clause : tree.clauses)
      std::visit(license_facts{to, found->second}, clause);
    check_both_ways(to, found->second);
  }

  void operator()(const syntax::object& tree) const {
    for (const auto& clause : tree.clauses)
      if (const auto* children = std::get_if<syntax::related>(&clause))
        for (const auto& child : children->objects)
          all.objects[base::lower(tree.name.text)].related.emplace_back(child.text);
  }

  void operator()(const syntax::group& tree) const {
    if (tree.of == syntax::group::kind::licenses)
      for (const auto& member : tree.members)
        (void)license_of(to, member);
    else if (tree.of == syntax::group::kind::objects && !declares_members(tree))
      check_objects(tree);
  }

  void check_objects(const syntax::group& tree) const {
    for (const auto& member : tree.members)
      if (all.groups.contains(member.text))
        to.fault(member.at, fmt::format("'{}' is a group, and a group holds objects only", member.text));
      else
        (void)objects_of(to, {member}, false);
  }
};

} // namespace

bool declares_members(const syntax::group& tree) {
  return tree.of == syntax::group::kind::objects && tree.name.text == "standard-objects";
}

catalogue resolve_catalogue(std::span<const syntax::file* const> files, base::diagnostics& faults) {
  catalogue all;
  for (const auto* file : files)
    for (const auto& declaration : file->declarations)
      std::visit(declaring{all, faults}, declaration);
  const resolving to{all, faults};
  for (const auto* file : files)
    for (const auto& declaration : file->declarations)
      std::visit(relating{to, all}, declaration);
  return all;
}

} // namespace proviso::model
