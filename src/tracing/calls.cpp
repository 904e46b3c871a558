#include "tracing/calls.hpp"

#include "apex/vocabulary.hpp"
#include "base/text.hpp"
#include "tracing/bases.hpp"
#include "tracing/overloads.hpp"
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

constexpr std::string_view flow_class = "flow.interview."; // its subclasses are the flows
constexpr std::string_view invocable_class = "invocable.";
// Types of its actions.
constexpr std::string_view flow_action = "flow";
constexpr std::string_view apex_action = "apex";
constexpr std::string_view quick_action = "quickaction";

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
    case mention::how::chained: return guess(one.text, one);
    case mention::how::name: return name(one);
    }
  }

  void add_edges(const std::vector<start>& all, bool certain = true) {
    for (const auto& one : all)
      to_.add_edge(node_, one.node, certain && one.certain);
  }

  // ---- methods of a type that is known

  // Packages may have a class of the same name each.
  bool call_in(const std::vector<type_id>& types, const mention& one) {
    bool any = false;
    for (const auto type : types)
      any = call_in(type, one, to_.types.all()[type].sole || types.size() == 1) || any;
    return any;
  }

  bool call_in(type_id type, const mention& one, bool certain) {
    const auto found = methods_of(to_.members(type, last_word(one.text)));
    const auto arguments = argument_types(to_, one, type_);
    add_edges(choose(to_, found, arguments), certain);
    return overridden(type, one, arguments) || !found.empty();
  }

  [[nodiscard]] std::vector<member> methods_of(std::vector<member> all) const {
    std::erase_if(all, [&](const member& one) { return to_.method_of(one).property; });
    return all;
  }

  // An instance may be of any type that is derived from the declared one.
  bool overridden(type_id type, const mention& one, const std::vector<std::string>& arguments) {
    bool any = false;
    for (const auto derived : to_.types.all()[type].derived)
      for (const auto& found : choose(to_, methods_of(to_.own(derived, last_word(one.text))), arguments)) {
        to_.add_edge(node_, found.node, false);
        any = true;
      }
    return any;
  }

  // ---- calls

  void call(const mention& one) {
    const auto owner = owner_of(one.text);
    if (owner.empty())
      return own_call(one);
    if (base::same_but_case(owner, "super"))
      return base_call(one);
    std::string left;
    const auto type = to_.types.type_of(owner, one.root_type, type_, &left);
    if (!type)
      return left.empty() ? unresolved(owner, last_word(one.text), one) : beyond(left, one);
    if (const auto known = to_.types.find_all(*type, type_); known.empty())
      tell_missing(*type, one.at);
    else if (!call_in(known, one))
      look_beyond(known, one.at);
  }

  // A path that leaves what is known at a type: a member of its base, of a class without a file, of the
  // platform.
  void beyond(const std::string& left, const mention& one) {
    tell_missing(left, one.at);
    (void)look_beyond(to_.types.find_all(left, type_), one.at);
    guess(last_word(one.text), one);
  }

  // What a container does is the platform's.
  void tell_missing(std::string_view type, base::span at) {
    if (!is_container(type) && is_missing(to_, type, type_))
      to_.add_unread(node_, missing_class(type), at);
  }

  // What no class of a chain declares is of its base, where no file holds that.
  bool look_beyond(const std::vector<type_id>& types, base::span at, inherited what = inherited::anything) {
    for (const auto type : types)
      if (const auto name = base_without_file(to_.types, type, what)) {
        to_.add_unread(node_, missing_class(*name), at);
        return true;
      }
    return false;
  }

  // Of the type itself, of its bases, of the types around it; or a constructor.
  void own_call(const mention& one) {
    if (base::same_but_case(one.text, "super"))
      return construct_base(type_, one.at, argument_types(to_, one, type_));
    if (base::same_but_case(one.text, "this"))
      return add_edges(choose(to_, to_.own(type_, apex::constructor_name), argument_types(to_, one, type_)));
    for (std::string_view name = to_.types.all()[type_].is->name; !name.empty(); name = owner_of(name))
      if (call_in(to_.types.find_all(name, type_), one))
        return;
    for (std::string_view name = to_.types.all()[type_].is->name; !name.empty(); name = owner_of(name))
      if (look_beyond(to_.types.find_all(name, type_), one.at))
        return;
  }

  void base_call(const mention& one) {
    const auto all = to_.types.with_bases(type_);
    for (std::size_t i = 1; i < all.size(); ++i)
      if (const auto found = methods_of(to_.members(all[i], last_word(one.text))); !found.empty())
        return add_edges(choose(to_, found, argument_types(to_, one, type_)), to_.types.all()[all[i]].sole);
    look_beyond({type_}, one.at);
  }

  // Nothing in the project is called so: what the platform brings, an object, or a class without a file.
  void unresolved(std::string_view owner, std::string_view method, const mention& one) {
    const auto whole = base::lower(one.text);
    if (base::is_one_of(apex::starts_by_name, whole))
      return start_by_name(one);
    if (base::is_one_of(named_at_run_time, whole))
      return tell_run_time(one);
    const auto named = named_class(owner);
    if (!one.root_type.empty() || named.empty() || is_standard(owner) ||
        owner.find("__") != std::string_view::npos || of_field(owner) || of_object(owner, method))
      return guess(method, one);
    to_.add_unread(node_, missing_class(named), one.at);
  }

  void tell_run_time(const mention& one) {
    to_.add_unread(node_,
                   fmt::format("what {} does by '{}': what it starts is named at run time, say what it may be",
                               to_.at(node_).label, one.text),
                   one.at);
  }

  // acme.Tracker of acme.Tracker.instance: up to the last word that is written as a class is.
  static std::string_view named_class(std::string_view owner) {
    owner = owner.substr(0, owner.find_first_of("(["));
    while (!owner.empty() &&
           (last_word(owner).empty() || last_word(owner).front() < 'A' || last_word(owner).front() > 'Z'))
      owner = owner_of(owner);
    return owner;
  }

  // createInterview(flow, inputs), createCustomAction(type, name); both may have the namespace before the name.
  void start_by_name(const mention& one) {
    const bool action = base::lower(one.text).starts_with(invocable_class);
    const auto count = one.texts.size();
    const std::size_t first = action ? 1 : 0;
    if (count != 2 && count != 3)
      return tell_run_time(one);
    const auto& name = one.texts[first + count - 2];
    const auto space = count == 3 ? one.texts[first] : std::string();
    const auto type = action ? base::lower(one.texts.front()) : std::string(flow_action);
    const auto whole = space.empty() ? name : fmt::format("{}__{}", space, name);
    if (name.empty() || type.empty() || type == quick_action)
      tell_run_time(one);
    else if (type == flow_action)
      to_.start_flow(node_, whole, true, one.at);
    else if (type == apex_action)
      to_.start_class(node_, whole, one.at);
  }

  // Account.Name.getDescribe()
  [[nodiscard]] bool of_field(std::string_view owner) const {
    const auto dot = owner.find('.');
    return dot != std::string_view::npos && is_record(to_, owner.substr(0, dot));
  }

  // Lead.SObjectType.getDescribe(), Account.getSObjectType()
  static bool of_object(std::string_view owner, std::string_view method) {
    constexpr std::string_view words[] = {"sobjecttype", "fields", "fieldsets"};
    return base::lower(owner).find(".sobjecttype") != std::string::npos ||
           base::is_one_of(words, base::lower(last_word(owner))) || base::lower(method) == "getsobjecttype";
  }

  // On something of which the type is not known: any method of that name, of a class that is named nearby or,
  // failing that, of few. What the platform gives is its own.
  void guess(std::string_view method, const mention& one) {
    if (one.is == mention::how::call && is_standard(root_of(one)))
      return;
    if (!near(method, one))
      anywhere(method, one);
  }

  static std::string_view root_of(const mention& one) {
    return one.root_type.empty() ? std::string_view(one.text) : std::string_view(one.root_type);
  }

  bool near(std::string_view method, const mention& one) {
    bool any = false;
    for (const auto type : nearby())
      any = may_call(type, method, one) || any;
    return any;
  }

  bool may_call(type_id type, std::string_view method, const mention& one) {
    bool any = false;
    for (const auto& found : choose(to_, methods_of(to_.own(type, method)), argument_types(to_, one, type_)))
      if (found.node != node_) {
        to_.add_edge(node_, found.node, false);
        any = true;
      }
    return any;
  }

  void anywhere(std::string_view method, const mention& one) {
    const auto named = to_.called.find(base::lower(method));
    if (named == to_.called.end())
      return;
    if (named->second.size() > most_guesses && base::is_one_of(members_of_anything, base::lower(method)))
      return; // of a record or list, more likely than of any of them
    if (named->second.size() > most_guesses)
      return to_.add_unread(
          node_,
          fmt::format("what {} does by '{}': on what it is called cannot be told, and {} classes "
                      "have a method of that name; keep it in a variable of its type",
                      to_.at(node_).label, base::harmless(one.text), named->second.size()),
          one.at);
    for (const auto type : named->second)
      may_call(type, method, one);
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
    if (const auto all = to_.types.find_all(name, type_); !all.empty()) {
      for (const auto type : all)
        create(type, one, to_.types.all()[type].sole || all.size() == 1);
      return;
    }
    if (!one.gives_fields)
      tell_missing(name, one.at);
  }

  void create(type_id type, const mention& one, bool certain) {
    for (const auto each : to_.types.with_bases(type))
      to_.add_edge(node_, to_.initialisers(each), certain);
    const auto arguments = argument_types(to_, one, type_);
    if (const auto own = to_.own(type, apex::constructor_name); !own.empty())
      add_edges(choose(to_, own, arguments), certain);
    else
      construct_base(type, one.at, {}, certain);
    if (is_asynchronous(type))
      run_later(type, certain);
  }

  // The nearest base that has a constructor.
  void construct_base(type_id type, base::span at, const std::vector<std::string>& arguments,
                      bool certain = true) {
    const auto all = to_.types.with_bases(type);
    for (std::size_t i = 1; i < all.size(); ++i)
      if (const auto found = to_.own(all[i], apex::constructor_name); !found.empty())
        return add_edges(choose(to_, found, arguments), certain);
    look_beyond({type}, at, inherited::constructors);
  }

  bool is_asynchronous(type_id type) {
    for (const auto each : to_.types.with_bases(type))
      for (const std::string_view base : to_.types.all()[each].is->bases)
        if (base::is_one_of(asynchronous_interfaces, base::lower(last_word(base.substr(0, base.find('<'))))))
          return true;
    return false;
  }

  // Handed to the platform, it runs; of overloads those that take what the platform gives.
  void run_later(type_id type, bool certain) {
    for (const auto name : asynchronous_methods) {
      const auto all = methods_of(to_.members(type, name));
      for (const auto one : all) {
        const auto& parameters = to_.method_of(one).parameters;
        const bool sure =
            all.size() == 1 || (!parameters.empty() && base::lower(parameters.front()).ends_with("context"));
        to_.add_edge(node_, to_.node_of(one), certain && sure);
      }
    }
  }

  void name(const mention& one) {
    const auto type = to_.types.type_of(owner_of(one.text), one.root_type, type_);
    const auto all = type ? to_.types.find_all(*type, type_) : std::vector<type_id>();
    for (const auto known : all) {
      const bool certain = to_.types.all()[known].sole || all.size() == 1;
      to_.add_edge(node_, to_.initialisers(known), certain);
      for (const auto each : to_.members(known, last_word(one.text)))
        if (to_.method_of(each).property)
          to_.add_edge(node_, to_.node_of(each), certain);
    }
  }

public:
  // A constructor that calls no other begins with that of its base.
  void begin_constructor(const apex::method& one) {
    const bool delegates = std::ranges::any_of(one.mentions, [](const mention& each) {
      return each.is == mention::how::call &&
             (base::same_but_case(each.text, "super") || base::same_but_case(each.text, "this"));
    });
    if (!delegates)
      construct_base(type_, one.at, {});
  }

  // What a component is given is read by it: accessors of its type that are shown to components run.
  void hand_over(const apex::method& one) {
    for (const auto type : to_.types.find_all(innermost(one.returns), type_))
      for (const auto each : to_.members(type))
        if (const auto& accessor = to_.method_of(each);
            accessor.entry == apex::exposed_as::aura && accessor.parameters.empty() &&
            (accessor.property || base::lower(accessor.name).starts_with("get")))
          to_.add_edge(node_, to_.node_of(each), to_.types.all()[type].sole && accessor.property);
  }

private:
  drawing& to_;
  type_id type_;
  node_id node_;
  std::optional<std::set<type_id>> nearby_;
};

} // namespace

void draw_body(drawing& to, member at) {
  const auto& method = to.method_of(at);
  caller drawer(to, at.type, to.node_of(at));
  drawer.draw(method);
  if (method.name == apex::constructor_name)
    drawer.begin_constructor(method);
  if (method.entry == apex::exposed_as::aura)
    drawer.hand_over(method);
}

} // namespace proviso::tracing
