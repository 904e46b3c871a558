// One restriction: whom it binds, what it forbids, and exceptions that must meet a prohibition.
#include "base/nearest.hpp"
#include "model/resolving.hpp"

#include <algorithm>

namespace proviso::model {
namespace {

// ---- whom it binds

void add_group(const resolving& to, std::string_view name, std::vector<const license*>& list) {
  if (const auto* group = to.known.find_group(name, group::kind::licenses))
    for (const auto& member : group->members)
      if (const auto* license = to.known.find_license(member))
        list.push_back(license);
}

struct scoping {
  const resolving& to;
  const std::vector<sku>& skus;

  void add(scope& made, std::string_view name, base::span at) const {
    if (std::any_of(skus.begin(), skus.end(), [&](const sku& s) { return s.name == name; }))
      made.skus.emplace_back(name);
    else if (const auto* license = to.known.find_license(name))
      made.licenses.push_back(license);
    else if (to.known.find_group(name, group::kind::licenses)) {
      add_group(to, name, made.licenses);
      add_group(to, fmt::format("disputed-{}", name), made.disputed);
    } else
      to.unknown(at, fmt::format("there is no SKU, license or group of licenses named '{}'", name), help(name));
  }

  [[nodiscard]] std::string help(std::string_view name) const {
    auto candidates = keys(to.known.licenses);
    for (const auto& s : skus)
      candidates.emplace_back(s.name);
    for (const auto& [key, group] : to.known.groups)
      if (group.of == group::kind::licenses)
        candidates.emplace_back(key);
    return base::did_you_mean(name, candidates);
  }
};

// ---- what it forbids

bool meets(const object_pattern& permitted, const object_pattern& prohibited) {
  return permitted.meets(prohibited);
}

bool meets(const access_rule& permits, const restriction& made) {
  return std::any_of(made.prohibits.begin(), made.prohibits.end(), [&](const access_rule& forbidden) {
    return !(permits.allowed & forbidden.allowed).empty() &&
           std::any_of(permits.objects.begin(), permits.objects.end(), [&](const auto& permitted) {
             return std::any_of(forbidden.objects.begin(), forbidden.objects.end(),
                                [&](const auto& object) { return meets(permitted, object); });
           });
  });
}

constexpr std::string_view countable = "custom-objects";

struct reading {
  const resolving& to;
  const scoping& names;
  restriction& made;

  void operator()(const syntax::scope& tree) const {
    if (!made.subject.everything)
      to.faults.push_back({"'for' is stated twice",
                           tree.at,
                           "join the two lists",
                           {{made.subject.at, "stated here first"}},
                           base::ground::clause});
    made.subject.everything = false;
    made.subject.at = tree.at;
    for (const auto& name : tree.names)
      names.add(made.subject, name.text, name.at);
  }
  void operator()(const syntax::prohibit& tree) const {
    made.prohibits.push_back(
        {operations_of(tree.operations), objects_of(to, tree.objects, tree.including_related), tree.at});
  }
  void operator()(const syntax::prohibit_capability& tree) const {
    for (const auto& capability : tree.capabilities)
      if (check_capability(to, capability))
        made.capabilities.push_back({std::string(capability.text), capability.at});
  }
  void operator()(const syntax::limit& tree) const {
    if (tree.what.text != countable)
      to.wrong(tree.what.at, fmt::format("'{}' cannot be limited", tree.what.text),
               fmt::format("what can be counted is '{}'", countable));
    made.limits.push_back(
        {std::string(tree.what.text), whole(to, tree.most, "the limit"), tree.except_managed, tree.at});
  }
  void operator()(const syntax::except& tree) const {
    exception permitted{{operations_of(tree.operations), objects_of(to, tree.objects, false), tree.at},
                        {},
                        {},
                        {},
                        {},
                        tree.at};
    if (tree.subject) {
      permitted.subject = scope{false, {}, {}, {}, tree.subject->at};
      names.add(*permitted.subject, tree.subject->value, tree.subject->at);
    }
    if (tree.from)
      permitted.from = tree.from->value;
    if (tree.until)
      permitted.until = tree.until->value;
    if (permitted.from && permitted.until && *permitted.until < *permitted.from)
      to.wrong(tree.until->at, "this exception ends before it begins");
    if (tree.because)
      permitted.because = tree.because->value;
    made.exceptions.push_back(std::move(permitted));
  }
  void operator()(const syntax::open_ended& tree) const { made.open_ended = tree.at; }
  void operator()(const syntax::cited& tree) const { made.document = tree.document.value; }
  void operator()(const syntax::note& /*for readers*/) const {}
};

void read(const resolving& to, const syntax::restriction& tree, const std::vector<sku>& skus,
          restriction& made) {
  const scoping names{to, skus};
  const auto before = to.faults.size();
  for (const auto& clause : tree.clauses)
    std::visit(reading{to, names, made}, clause);
  if (to.faults.size() > before)
    return; // what it prohibits is not all known
  for (const auto& permitted : made.exceptions)
    if (!permitted.permits.objects.empty() && !meets(permitted.permits, made))
      to.fault(permitted.at, "this exception meets no prohibition of its restriction",
               "it permits what is not forbidden: correct it or take it out");
}

bool forbids(const syntax::restriction_clause& clause) {
  return std::holds_alternative<syntax::prohibit>(clause) || std::holds_alternative<syntax::limit>(clause) ||
         std::holds_alternative<syntax::prohibit_capability>(clause);
}

} // namespace

restriction resolve_restriction(const resolving& to, const syntax::restriction& tree,
                                const std::vector<sku>& skus) {
  restriction made;
  made.name = tree.name.text;
  made.title = tree.title ? tree.title->value : made.name;
  made.at = tree.name.at;
  read(to, tree, skus, made);
  if (std::none_of(tree.clauses.begin(), tree.clauses.end(), forbids))
    to.fault(tree.name.at, fmt::format("the restriction '{}' forbids nothing", made.name),
             "add a 'prohibit' or 'limit' clause");
  return made;
}

restriction amended(const resolving& to, const restriction& before, const syntax::restriction& tree,
                    const std::vector<sku>& skus) {
  auto made = before;
  for (const auto& clause : tree.clauses)
    if (std::holds_alternative<syntax::scope>(clause))
      made.subject = {};
    else if (const auto* limit = std::get_if<syntax::limit>(&clause))
      std::erase_if(made.limits, [&](const object_limit& old) { return old.what == limit->what.text; });
  read(to, tree, skus, made);
  return made;
}

} // namespace proviso::model
