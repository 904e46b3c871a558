#include "metadata/flow_reader.hpp"

#include "base/text.hpp"
#include "metadata/flow_vocabulary.hpp"

namespace proviso::metadata {
void flow_reader::section(std::string_view name) {
  if (const auto* found = model::find_word(flow_sections, name))
    return step(found->does);
  if (base::is_one_of(flow_passes, name) || name == "variables")
    return value();
  if (name == "actionCalls")
    return action();
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
  from_.skip();
}

void flow_reader::step(model::operations does) {
  flow_step one;
  one.does = does;
  one.at = from_.tag();
  std::string word;
  from_.each([&](std::string_view name) {
    if (name == "name")
      return from_.text(one.element), true;
    if (name == "object")
      return from_.text(one.object), true;
    if (base::is_one_of(flow_references, name))
      return from_.text(one.reference), true;
    if (name != upsert_element)
      return false;
    from_.text(word);
    if (word == "true")
      one.does |= operations::update;
    return true;
  });
  flow_.steps.push_back(std::move(one));
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
    if (base::is_one_of(flow_references, name))
      return from_.text(one.reference), true;
    return false;
  });
  flow_.values.push_back(std::move(one));
}

void flow_reader::action() {
  flow_action one;
  one.at = from_.tag();
  from_.each([&](std::string_view name) {
    if (name == "actionName")
      return from_.text(one.name), true;
    if (name == "actionType")
      return from_.text(one.type), true;
    return false;
  });
  flow_.actions.push_back(std::move(one));
}

void flow_reader::subflow() {
  const auto at = from_.tag();
  std::string called;
  from_.each([&](std::string_view name) { return name == "flowName" ? (from_.text(called), true) : false; });
  if (!called.empty())
    flow_.subflows.push_back({std::move(called), at});
}

} // namespace proviso::metadata
