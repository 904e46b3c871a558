// Flows as nodes: one as whoever runs it, whose permissions it obeys, one as the system, which obeys none.
#include "base/text.hpp"
#include "metadata/flow_vocabulary.hpp"
#include "tracing/drawing.hpp"
#include "tracing/flow_references.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <string>

namespace proviso::tracing {
namespace {

using metadata::flow;
using metadata::operations;

bool is_process(const flow& one) {
  return base::is_one_of(metadata::system_processes, one.process_type);
}

// What of which object starts a flow; none: it is started by name, by a schedule, or not at all.
struct beginning {
  std::string object;
  operations on;
};

operations started_on(const flow& one) {
  if (one.trigger_records.empty())
    return operations(operations::create) | operations::update;
  const auto* stated = model::find_word(metadata::record_triggers, one.trigger_records);
  return stated != nullptr ? stated->does : metadata::any_write;
}

bool has_known_trigger(const flow& one) {
  return one.trigger_type.empty() || one.trigger_type == metadata::event_trigger ||
         base::is_one_of(metadata::flow_record_triggers, one.trigger_type) ||
         base::is_one_of(metadata::other_triggers, one.trigger_type);
}

// Words of its start and mode that are none: what they were to say is not known.
std::vector<std::string> unknown_words(const flow& one) {
  std::vector<std::string> result;
  const auto tell = [&](std::string_view element, const std::string& word) {
    result.push_back(fmt::format("<{}> of the flow '{}' is '{}', which is not known: retrieve it again",
                                 element, base::harmless(one.name), base::harmless(word)));
  };
  if (!base::is_one_of(metadata::run_modes, one.run_mode))
    tell("runInMode", one.run_mode);
  if (!has_known_trigger(one))
    tell("triggerType", one.trigger_type);
  if (!one.trigger_records.empty() &&
      model::find_word(metadata::record_triggers, one.trigger_records) == nullptr)
    tell("recordTriggerType", one.trigger_records);
  return result;
}

std::optional<beginning> beginning_of(const flow& one) {
  const auto created = operations(operations::create);
  if (one.process_type == metadata::event_process && !one.process_event.empty())
    return beginning{one.process_event, created};
  if (one.process_type == metadata::record_process && !one.process_object.empty())
    return beginning{one.process_object, one.process_trigger == metadata::process_on_create
                                             ? created
                                             : created | operations::update};
  if (one.trigger_type == metadata::event_trigger)
    return beginning{one.trigger_object, created};
  if (base::is_one_of(metadata::flow_record_triggers, one.trigger_type))
    return beginning{one.trigger_object, started_on(one)};
  if (!has_known_trigger(one) && !one.trigger_object.empty())
    return beginning{one.trigger_object, metadata::any_write};
  return std::nullopt;
}

class flow_drawer {
public:
  flow_drawer(drawing& to, flow_references& references, std::size_t number)
      : to_(to), references_(references), number_(number), flow_(to.found.flows[number]) {}

  void draw() {
    for (const auto& step : flow_.steps)
      add(step);
    for (const bool system : {false, true}) {
      const auto node = to_.flow_node(number_, system);
      for (const auto& called : flow_.subflows)
        to_.start_flow(node, called.value, system, called.at);
      for (const auto& action : flow_.actions)
        act(node, system, action);
    }
  }

private:
  void add(const metadata::flow_step& step) {
    const auto node = to_.flow_node(number_, true);
    const auto objects = step.object.empty() ? references_.objects_of(number_, step.reference)
                                             : std::vector<named_object>{{step.object, true}};
    if (objects.empty())
      return to_.add_unread(
          node,
          fmt::format("what {} does to records in '{}': it cannot be told what '{}' holds; name the "
                      "object of its variable",
                      to_.at(node).label, base::harmless(step.element), base::harmless(step.reference)),
          step.at);
    for (const auto& [object, certain] : objects)
      touches(node, step.does, object, certain, step.element, step.at);
  }

  void touches(node_id node, operations does, const std::string& object, bool certain, std::string_view element,
               base::span at) {
    site made;
    made.does = does;
    made.certain = certain;
    made.says = fmt::format("{}: {} {} in {} (system mode)", to_.at(node).label, to_string(does),
                            base::harmless(object), base::harmless(element));
    made.doubt = flow_.doubt;
    made.at = at;
    to_.add_site(node, std::move(made), object);
  }

  void act(node_id node, bool system, const metadata::flow_action& action) {
    if (action.type == metadata::apex_action)
      to_.start_class(node, action.name, action.at);
    else if (action.type == metadata::plugin_section)
      plug(node, action);
    else if (action.type == metadata::called_flow_action)
      to_.start_flow(node, action.name, system, action.at);
    else if (action.type == metadata::quick_action_type)
      act_quickly(node, system, action);
    else if (action.type == metadata::background_step || action.type == metadata::evaluation_step)
      to_.start_flow(node, action.name, true, action.at);
    else if (base::is_one_of(metadata::assigned_steps, action.type))
      to_.start_flow(node, action.name, false, action.at, false); // whoever it is assigned to
    else if (!action.section.empty())
      to_.add_unread(
          node,
          fmt::format("what '{}' in <{}> of {} does: its type is '{}', which is not followed; look at "
                      "what it runs",
                      base::harmless(action.name), base::harmless(action.section), to_.at(node).label,
                      base::harmless(action.type)),
          action.at);
  }

  void plug(node_id node, const metadata::flow_action& action) {
    const auto named = to_.types.named(action.name);
    if (named.empty())
      to_.add_unread(node, missing_class(action.name), action.at);
    for (const auto type : named)
      for (const auto& method : to_.members(type, metadata::plugin_method))
        to_.add_edge(node, to_.node_of(method), to_.types.all()[type].sole);
  }

  // What it does to records obeys the user where the flow does.
  void act_quickly(node_id node, bool system, const metadata::flow_action& action) {
    const auto found = to_.quick_actions.find(base::lower(action.name));
    if (found == to_.quick_actions.end())
      return untold(node, system, action, "no file holds it; retrieve it");
    const auto& quick = *found->second;
    to_.at(node).files.add(quick.at);
    if (quick.type == metadata::flow_quick_action)
      return to_.start_flow(node, quick.flow, system, action.at);
    const auto* known =
        std::ranges::find(metadata::quick_action_words, quick.type, &metadata::quick_action_word::name);
    if (known == metadata::quick_action_words.end())
      return untold(node, system, action,
                    fmt::format("its type is '{}', which is not followed; look at what it opens",
                                base::harmless(quick.type)));
    const auto object = quick.object.empty() ? object_of(quick, *known) : quick.object;
    if (object.empty())
      return untold(node, system, action, "its file names no targetObject; retrieve it again");
    if (system)
      touches(node, known->does, object, true, action.name, action.at);
  }

  // "Account.Change" changes accounts.
  static std::string object_of(const metadata::quick_action& quick, const metadata::quick_action_word& known) {
    const auto dot = quick.name.find('.');
    if (known.does == operations(operations::update) && dot != std::string::npos)
      return quick.name.substr(0, dot);
    return std::string(known.object);
  }

  void untold(node_id node, bool system, const metadata::flow_action& action, std::string_view why) {
    if (system)
      to_.add_unread(node, fmt::format("what the quick action '{}' does: {}", base::harmless(action.name), why),
                     action.at);
  }

  drawing& to_;
  flow_references& references_;
  std::size_t number_;
  const flow& flow_;
};

} // namespace

std::string triggering_object(const flow& of) {
  const auto begins = beginning_of(of);
  return begins ? begins->object : of.trigger_object;
}

bool is_system_flow(const flow& one) {
  return one.run_mode.starts_with(metadata::system_mode_prefix) || !one.trigger_type.empty() || is_process(one);
}

namespace {

void add_starts(drawing& to, std::size_t number) {
  const auto& one = to.found.flows[number];
  const auto unknown = unknown_words(one);
  const auto start_node = to.flow_node(number, is_system_flow(one));
  for (const auto& missing : unknown)
    to.add_unread(start_node, missing, one.at);
  if (const auto begins = beginning_of(one))
    to.add_record_start(begins->object, {{start_node, !one.filtered && unknown.empty()}, begins->on});
  else if ((one.trigger_type.empty() && !is_process(one)) || !has_known_trigger(one))
    to.result.flows[base::lower(one.name)].push_back({start_node, has_known_trigger(one)});
}

// Whoever starts the other one, which is of a package, starts this one.
void override(drawing& to, std::size_t number) {
  const auto& one = to.found.flows[number];
  to.flows[base::lower(one.overrides)].push_back(number);
  auto& starts = to.result.flows[base::lower(one.overrides)];
  std::ranges::copy(to.result.flows[base::lower(one.name)], std::back_inserter(starts));
}

} // namespace

void add_flow_nodes(drawing& to) {
  to.first_flow = static_cast<node_id>(to.result.nodes.size());
  for (std::size_t i = 0; i < to.found.flows.size(); ++i) {
    const auto& one = to.found.flows[i];
    const auto label = fmt::format("flow {}", base::harmless(one.name));
    for (const bool system : {false, true}) {
      (void)to.add_node(node_kind::flow, label);
      to.at(to.flow_node(i, system)).files.add(one.at);
      to.at(to.flow_node(i, system)).files.add(one.settled_by);
    }
    to.flows[base::lower(one.name)].push_back(i);
    (void)to.result.flows[base::lower(one.name)]; // one that nobody starts by name is there all the same
    if (!one.runs)
      continue;
    add_starts(to, i);
    if (!one.overrides.empty())
      override(to, i);
  }
}

void draw_flows(drawing& to) {
  for (const auto& one : to.found.quick_actions)
    to.quick_actions[base::lower(one.name)] = &one;
  flow_references references(to);
  for (std::size_t i = 0; i < to.found.flows.size(); ++i)
    if (to.found.flows[i].runs)
      flow_drawer(to, references, i).draw();
}

} // namespace proviso::tracing
