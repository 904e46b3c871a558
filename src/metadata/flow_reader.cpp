#include "metadata/flow_reader.hpp"

#include "base/text.hpp"
#include "metadata/flow_vocabulary.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <iterator>

namespace proviso::metadata {
void flow_reader::section(std::string_view name) {
  if (const auto* found = model::find_word(flow_sections, name))
    return step(*found);
  if (base::is_one_of(flow_passes, name) || base::is_one_of(flow_variables, name))
    return value();
  if (name == "actionCalls")
    return action();
  if (name == plugin_section)
    return plugin();
  if (name == "screens")
    return screen();
  if (name == "subflows")
    return subflow();
  if (name == "start")
    return start();
  if (name == process_value)
    return process();
  if (name == "status")
    return from_.text(flow_.status);
  if (name == "processType")
    return from_.text(flow_.process_type);
  if (name == "runInMode")
    return from_.text(flow_.run_mode);
  if (name == overridden)
    return from_.text(flow_.overrides);
  if (base::is_one_of(idle_sections, name))
    return from_.skip();
  actions_inside(std::string(name));
}

void flow_reader::step(const model::operations_word& section) {
  flow_step one;
  one.does = section.does;
  one.at = from_.tag();
  std::string word;
  bool of_picklist = false;
  stated_names related;
  from_.each([&](std::string_view name) {
    if (name == "name")
      return from_.text(one.element), true;
    if (name == "object")
      return from_.text(one.object), true;
    if (base::is_one_of(flow_references, name))
      return from_.text(one.reference), true;
    if (name == related_records)
      return related_of(related), true;
    of_picklist = of_picklist || name == picklist_object;
    const bool matching = base::is_one_of(matching_elements, name);
    if (!matching && name != upsert_element)
      return false;
    from_.text(word);
    if (matching ? !word.empty() && word != no_operation : word == "true")
      one.does |= operations::update;
    return true;
  });
  if (of_picklist && one.object.empty() && one.reference.empty())
    return;
  flow_.steps.push_back(one);
  for (auto& each : related)
    flow_.steps.push_back({one.does, one.element, std::move(each.value), {}, each.at});
}

// They may have related records in turn. One that names no object is a step that cannot be told.
void flow_reader::related_of(stated_names& to) {
  base::stated<std::string> one{{}, from_.tag()};
  stated_names inner;
  from_.each([&](std::string_view name) {
    if (name == related_records)
      return related_of(inner), true;
    return name == related_object ? (from_.text(one.value), true) : false;
  });
  to.push_back(std::move(one));
  std::ranges::move(inner, std::back_inserter(to));
}

// <start>, or the older <startElementReference>, which says nothing here.
void flow_reader::start() {
  from_.each([&](std::string_view name) {
    if (name == "object")
      return from_.text(flow_.trigger_object), true;
    if (name == "triggerType")
      return from_.text(flow_.trigger_type), true;
    if (name == "recordTriggerType")
      return from_.text(flow_.trigger_records), true;
    flow_.filtered = flow_.filtered || name == "filters" || name == "filterFormula";
    return false;
  });
}

// <processMetadataValues><name>ObjectType</name><value><stringValue>Case</stringValue></value>…
void flow_reader::process() {
  std::string key;
  std::string word;
  from_.each([&](std::string_view name) {
    if (name == "name")
      return from_.text(key), true;
    if (name != "value")
      return false;
    from_.each([&](std::string_view is) { return is == "stringValue" ? (from_.text(word), true) : false; });
    return true;
  });
  if (key == "ObjectType")
    flow_.process_object = word;
  else if (key == "EventType")
    flow_.process_event = word;
  else if (key == "TriggerType")
    flow_.process_trigger = word;
}

void flow_reader::value() {
  flow_value one;
  from_.each([&](std::string_view name) {
    if (name == "name")
      return from_.text(one.name), true;
    if (name == "objectType")
      return from_.text(one.object), true;
    if (name == flow_type)
      return from_.text(one.type), true;
    if (base::is_one_of(flow_references, name))
      return from_.text(one.reference), true;
    return name == transformed_values ? (actions_inside({}), true) : false;
  });
  flow_.values.push_back(std::move(one));
}

// Whatever an element names of actions, at any depth.
void flow_reader::actions_inside(const std::string& section) {
  flow_action one;
  one.at = from_.tag();
  one.section = section;
  from_.each([&](std::string_view name) {
    if (name == "actionName")
      return from_.text(one.name), true;
    if (name == "actionType")
      return from_.text(one.type), true;
    if (!base::is_one_of(evaluation_elements, name))
      return actions_inside(section), true;
    flow_action when;
    when.type = evaluation_step;
    when.at = from_.tag();
    from_.text(when.name);
    flow_.actions.push_back(std::move(when));
    return true;
  });
  if (!one.name.empty())
    flow_.actions.push_back(std::move(one));
}

void flow_reader::action() {
  flow_action one;
  one.at = from_.tag();
  from_.each([&](std::string_view name) {
    if (name == "name")
      return from_.text(one.element), true;
    if (name == type_mapping)
      return mapping(one.mapped), true;
    if (name == "actionName")
      return from_.text(one.name), true;
    if (name == "actionType")
      return from_.text(one.type), true;
    return false;
  });
  flow_.actions.push_back(std::move(one));
}

// <actions> of a screen are named as those of the flow.
void flow_reader::screen() {
  from_.each([&](std::string_view name) {
    if (name == "actions")
      return action(), true;
    return name == screen_field ? (field(), true) : false;
  });
}

// Sections and columns of a screen hold fields in turn.
void flow_reader::field() {
  flow_value one;
  from_.each([&](std::string_view name) {
    if (name == "name")
      return from_.text(one.name), true;
    if (name == type_mapping)
      return mapping(one.mapped), true;
    return name == screen_field ? (field(), true) : false;
  });
  if (!one.mapped.empty())
    flow_.values.push_back(std::move(one));
}

// <dataTypeMappings><typeName>T</typeName><typeValue>Lead</typeValue></dataTypeMappings>
void flow_reader::mapping(std::vector<std::string>& to) {
  std::string object;
  from_.each([&](std::string_view name) { return name == mapped_type ? (from_.text(object), true) : false; });
  if (!object.empty() && std::ranges::find(to, object) == to.end())
    to.push_back(std::move(object));
}

void flow_reader::plugin() {
  flow_action one;
  one.type = plugin_section;
  one.at = from_.tag();
  from_.each(
      [&](std::string_view name) { return name == plugin_class ? (from_.text(one.name), true) : false; });
  flow_.actions.push_back(std::move(one));
}

void flow_reader::subflow() {
  const auto at = from_.tag();
  flow_value one;
  from_.each([&](std::string_view name) {
    if (name == "name")
      return from_.text(one.name), true;
    return name == "flowName" ? (from_.text(one.flow), true) : false;
  });
  if (one.flow.empty())
    return;
  flow_.subflows.push_back({one.flow, at});
  flow_.values.push_back(std::move(one));
}

void read_definition_section(std::string_view name, elements& from, flow_definition& into) {
  if (name != active_version)
    return from.skip();
  const auto one = from.stated();
  int number = 0;
  const auto* end = one.value.data() + one.value.size();
  const auto read = std::from_chars(one.value.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end)
    into.active = number;
  else if (!one.value.empty())
    from.fault(fmt::format("<{}> is '{}', expected the number of a version, 0 for none", active_version,
                           base::harmless(one.value)),
               one.at);
}

void read_quick_action_section(std::string_view name, elements& from, quick_action& into) {
  if (name == "type")
    from.text(into.type);
  else if (name == "targetObject")
    from.text(into.object);
  else if (name == "flowDefinition")
    from.text(into.flow);
  else
    from.skip();
}

} // namespace proviso::metadata
