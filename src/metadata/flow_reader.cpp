#include "metadata/flow_reader.hpp"

#include "base/text.hpp"
#include "metadata/flow_vocabulary.hpp"

#include <algorithm>

namespace proviso::metadata {
namespace {

// A prefix tells the namespace; what is meant is behind it.
std::string_view local(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

} // namespace

base::span flow_reader::tag() const {
  return {source_, static_cast<std::uint32_t>(xml_.begin()), static_cast<std::uint32_t>(xml_.end())};
}

template <typename Read>
void flow_reader::each(Read read) {
  while (xml_.next() == xml_reader::event::open)
    if (!read(local(xml_.name())))
      (void)xml_.skip();
}

void flow_reader::section(std::string_view name) {
  if (const auto found = std::ranges::find(flow_sections, name, &flow_section::name);
      found != flow_sections.end())
    return step(found->does);
  if (base::is_one_of(flow_passes, name) || name == "variables")
    return value();
  if (name == "actionCalls")
    return action();
  if (name == "subflows")
    return subflow();
  if (name == "start")
    return start();
  if (name == "status")
    return text(flow_.status);
  if (name == "processType")
    return text(flow_.process_type);
  if (name == "runInMode")
    return text(flow_.run_mode);
  (void)xml_.skip();
}

void flow_reader::step(model::operations does) {
  flow_step one;
  one.does = does;
  one.at = tag();
  std::string word;
  each([&](std::string_view name) {
    if (name == "name")
      return text(one.element), true;
    if (name == "object")
      return text(one.object), true;
    if (base::is_one_of(flow_references, name))
      return text(one.reference), true;
    if (name != upsert_element)
      return false;
    text(word);
    if (word == "true")
      one.does |= operations::update;
    return true;
  });
  flow_.steps.push_back(std::move(one));
}

// <start>, or the older <startElementReference>, which says nothing here.
void flow_reader::start() {
  each([&](std::string_view name) {
    if (name == "object")
      return text(flow_.trigger_object), true;
    if (name == "triggerType")
      return text(flow_.trigger_type), true;
    if (name == "recordTriggerType")
      return text(flow_.trigger_records), true;
    flow_.filtered = flow_.filtered || name == "filters" || name == "filterFormula";
    return false;
  });
}

void flow_reader::value() {
  flow_value one;
  each([&](std::string_view name) {
    if (name == "name")
      return text(one.name), true;
    if (name == "objectType")
      return text(one.object), true;
    if (base::is_one_of(flow_references, name))
      return text(one.reference), true;
    return false;
  });
  flow_.values.push_back(std::move(one));
}

void flow_reader::action() {
  flow_action one;
  one.at = tag();
  each([&](std::string_view name) {
    if (name == "actionName")
      return text(one.name), true;
    if (name == "actionType")
      return text(one.type), true;
    return false;
  });
  flow_.actions.push_back(std::move(one));
}

void flow_reader::subflow() {
  const auto at = tag();
  std::string called;
  each([&](std::string_view name) { return name == "flowName" ? (text(called), true) : false; });
  if (!called.empty())
    flow_.subflows.push_back({std::move(called), at});
}

} // namespace proviso::metadata
