// Methods and triggers as nodes: whom they call, as far as names and declared types tell.
#include "apex/vocabulary.hpp"
#include "base/text.hpp"
#include "tracing/drawing.hpp"
#include "tracing/standard.hpp"
#include "tracing/statements.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace proviso::tracing {
namespace {

using apex::mention;

constexpr std::size_t most_guesses = 8; // of classes that a call on something unknown may mean

std::string_view last_word(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

std::string_view owner_of(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
}

bool is_standard(std::string_view name) {
  const auto first = base::lower(name.substr(0, name.find_first_of(".<[")));
  return base::is_one_of(standard_namespaces, first) || base::is_one_of(standard_classes, first);
}

bool is_property(const apex::type_declared& of, const apex::method& one) {
  return std::ranges::any_of(of.fields,
                             [&](const apex::field& f) { return base::same_but_case(f.name, one.name); });
}

constexpr std::string_view flow_class = "flow.interview."; // its subclasses are the flows

class caller {
public:
  caller(drawing& to, type_id type, node_id node) : to_(to), type_(type), node_(node) {}

  void draw(const apex::method& one) {
    for (const auto& each : one.mentions)
      follow(each);
    for (const auto& each : one.touches)
      add_statement(to_, {type_, node_, &one}, each);
  }

private:
  void follow(const mention& one) {
    switch (one.is) {
    case mention::how::call: return call(one);
    case mention::how::creation: return creation(one);
    case mention::how::chained: return chained(one.text);
    case mention::how::name: return name(one);
    }
  }

  // ---- methods of a type that is known

  bool call_in(type_id type, std::string_view method) {
    for (const auto each : to_.types.with_bases(type))
      if (const auto found = to_.method_of(each, method)) {
        to_.add_edge(node_, *found, true);
        overridden(type, method);
        return true;
      }
    return overridden(type, method);
  }

  // An instance may be of any type that is derived from the declared one.
  bool overridden(type_id type, std::string_view method) {
    bool any = false;
    for (const auto derived : to_.types.all()[type].derived)
      if (const auto found = to_.method_of(derived, method)) {
        to_.add_edge(node_, *found, false);
        any = true;
      }
    return any;
  }

  // ---- calls

  void call(const mention& one) {
    const auto method = last_word(one.text);
    const auto owner = owner_of(one.text);
    if (owner.empty())
      return own_call(method);
    if (base::same_but_case(owner, "super"))
      return base_call(method);
    const auto type = to_.types.type_of(owner, one.root_type, type_);
    if (!type)
      return unresolved(owner, method, one);
    if (is_container(*type))
      return;
    if (const auto known = to_.types.find(*type, type_))
      call_in(*known, method);
    else if (type->find('.') != std::string::npos && !is_standard(*type))
      to_.add_unread(node_, missing_class(*type), one.at);
  }

  // Of the type itself, of its bases, of the types around it.
  void own_call(std::string_view method) {
    for (std::string_view name = to_.types.all()[type_].is->name; !name.empty(); name = owner_of(name))
      for (const auto type : to_.types.named(name))
        if (call_in(type, method))
          return;
  }

  void base_call(std::string_view method) {
    const auto all = to_.types.with_bases(type_);
    for (std::size_t i = 1; i < all.size(); ++i)
      if (const auto found = to_.method_of(all[i], method))
        return to_.add_edge(node_, *found, true);
  }

  // Nothing in the project is called so: what the platform brings, an object, or a class without a file.
  void unresolved(std::string_view owner, std::string_view method, const mention& one) {
    const auto whole = base::lower(one.text);
    if (whole == "type.forname" || whole == "system.type.forname" || whole == "flow.interview.createinterview")
      return to_.add_unread(
          node_,
          fmt::format("what {} does by '{}': what it starts is named at run time, say what it may "
                      "be",
                      to_.at(node_).label, one.text),
          one.at);
    const bool names_class = last_word(owner).front() >= 'A' && last_word(owner).front() <= 'Z';
    if (!one.root_type.empty() || !names_class || is_standard(owner) ||
        owner.find("__") != std::string_view::npos || of_object(owner, method))
      return chained(method);
    to_.add_unread(node_, missing_class(owner), one.at);
  }

  // Lead.SObjectType.getDescribe(), Account.getSObjectType()
  static bool of_object(std::string_view owner, std::string_view method) {
    constexpr std::string_view words[] = {"sobjecttype", "fields", "fieldsets"};
    return base::lower(owner).find(".sobjecttype") != std::string::npos ||
           base::is_one_of(words, base::lower(last_word(owner))) || base::lower(method) == "getsobjecttype";
  }

  // On the result of another call: any method of that name, of a class that is named nearby or, failing that,
  // of few.
  void chained(std::string_view method) {
    bool near = false;
    for (const auto type : nearby())
      if (const auto found = to_.method_of(type, method); found && *found != node_) {
        to_.add_edge(node_, *found, false);
        near = true;
      }
    if (!near)
      guess(method);
  }

  void guess(std::string_view method) {
    const auto named = to_.called.find(base::lower(method));
    if (named == to_.called.end() || named->second.size() > most_guesses)
      return;
    for (const auto node : named->second)
      to_.add_edge(node_, node, false);
  }

  // Types that the methods of this one name.
  const std::set<type_id>& nearby() {
    if (nearby_)
      return *nearby_;
    nearby_.emplace();
    for (const auto& method : to_.types.all()[type_].is->methods)
      for (const auto& one : method.mentions) {
        const auto name = one.is == mention::how::creation ? std::string_view(one.text) : owner_of(one.text);
        if (const auto type = to_.types.find(name.substr(0, name.find('<')), type_); type && !name.empty())
          nearby_->insert(*type);
      }
    return *nearby_;
  }

  // ---- new instances, and members that are named

  void creation(const mention& one) {
    const auto name = one.text.substr(0, one.text.find_first_of("<["));
    if (base::lower(name).starts_with(flow_class))
      return to_.start_flow(node_, std::string_view(name).substr(flow_class.size()), true, one.at);
    if (const auto type = to_.types.find(name, type_))
      return create(*type);
    if (name.find('.') != std::string::npos && !is_standard(name))
      to_.add_unread(node_, missing_class(name), one.at);
  }

  void create(type_id type) {
    to_.add_edge(node_, *to_.method_of(type, ""), true);
    if (const auto made = to_.method_of(type, apex::constructor_name))
      to_.add_edge(node_, *made, true);
    for (const auto& base : to_.types.all()[type].is->bases)
      if (base::is_one_of(asynchronous_interfaces,
                          base::lower(last_word(std::string_view(base).substr(0, base.find('<'))))))
        for (const auto method : asynchronous_methods)
          if (const auto runs = to_.method_of(type, method))
            to_.add_edge(node_, *runs, true);
  }

  void name(const mention& one) {
    const auto type = to_.types.type_of(owner_of(one.text), one.root_type, type_);
    const auto known = type ? to_.types.find(*type, type_) : std::nullopt;
    if (!known)
      return;
    to_.add_edge(node_, *to_.method_of(*known, ""), true);
    if (const auto property = to_.method_of(*known, last_word(one.text)))
      to_.add_edge(node_, *property, true);
  }

  drawing& to_;
  type_id type_;
  node_id node_;
  std::optional<std::set<type_id>> nearby_;
};

std::string label_of(const known_type& type) {
  const bool trigger = type.of->unit.trigger && type.of->unit.trigger->name == type.is->name;
  return fmt::format("{} {}", trigger ? "trigger" : "class", base::harmless(type.is->name));
}

// The file of the code, and the one beside it that says which version it is of.
base::source_set files_of(const metadata::program& of) {
  base::source_set all;
  all.add(of.at);
  if (of.settings)
    all.add(of.settings->at);
  return all;
}

void add_trigger(drawing& to, const known_type& type, node_id body) {
  const auto& trigger = type.of->unit.trigger;
  const bool active = !type.of->settings || type.of->settings->active;
  if (trigger && trigger->name == type.is->name && active)
    to.result.triggers[base::lower(trigger->object)].push_back({{body, true}, trigger->events});
}

// Overloads are one node: which of them is called goes by types that are not looked at.
void add_methods(drawing& to, const known_type& type) {
  auto& methods = to.methods.emplace_back();
  for (const auto& method : type.is->methods) {
    const auto name = base::lower(method.name);
    if (methods.contains(name))
      continue;
    const auto node = to.add_node(node_kind::code, label_of(type));
    to.at(node).files = files_of(*type.of);
    methods[name] = node;
    to.called[name].push_back(node);
  }
  add_trigger(to, type, methods.at(""));
}

// A class that is used runs its initialisers; its properties are named by a single word, which may be anything.
void link_own(drawing& to, type_id type, const apex::method& method, node_id node) {
  to.add_edge(node, *to.method_of(type, ""), true);
  if (method.name.empty())
    return;
  const auto& is = *to.types.all()[type].is;
  for (const auto& other : is.methods)
    if (is_property(is, other))
      to.add_edge(node, *to.method_of(type, other.name), false);
}

} // namespace

void add_code_nodes(drawing& to) {
  for (type_id type = 0; type < to.types.all().size(); ++type)
    add_methods(to, to.types.all()[type]);
}

void draw_code(drawing& to) {
  for (const auto& program : to.found.programs) // tests are there too, and run nothing for a user
    (void)to.result.classes[base::lower(program.name)];
  for (type_id type = 0; type < to.types.all().size(); ++type) {
    const auto& is = *to.types.all()[type].is;
    for (const auto& method : is.methods) {
      const auto node = *to.method_of(type, method.name);
      link_own(to, type, method, node);
      caller(to, type, node).draw(method);
    }
    if (const auto entries = to.entries_of(type); is.name.find('.') == std::string::npos) {
      auto& known = to.result.classes[base::lower(is.name)];
      known.insert(known.end(), entries.begin(), entries.end());
    }
  }
}

} // namespace proviso::tracing
