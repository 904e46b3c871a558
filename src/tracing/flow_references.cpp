#include "tracing/flow_references.hpp"

#include "base/text.hpp"
#include "metadata/flow_vocabulary.hpp"

#include <algorithm>

namespace proviso::tracing {
namespace {

constexpr int deepest = 16; // they may go in a circle
constexpr int most_steps = 1000;
constexpr std::string_view any_record[] = {"sobject", "object"};

bool is_triggering(std::string_view name) {
  return name.starts_with(metadata::triggering_record);
}

std::vector<named_object> mapped_to(const std::vector<std::string>& types) {
  std::vector<named_object> result;
  for (const auto& type : types)
    result.push_back({type, types.size() == 1});
  return result;
}

void join(std::vector<named_object>& to, const std::vector<named_object>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

} // namespace

std::vector<named_object> flow_references::objects_of(std::size_t flow, std::string_view reference) {
  steps_ = most_steps;
  return of(flow, reference, 0).objects;
}

const flow_references::names& flow_references::names_of(std::size_t flow) {
  const auto [place, fresh] = known_.try_emplace(flow);
  if (!fresh)
    return place->second;
  const auto& in = in_.found.flows[flow];
  for (const auto& step : in.steps)
    if (!step.object.empty())
      place->second.try_emplace(base::lower(step.element), meaning{&step, nullptr, nullptr});
  for (const auto& value : in.values)
    place->second.try_emplace(base::lower(value.name), meaning{nullptr, &value, nullptr});
  for (const auto& action : in.actions)
    place->second.try_emplace(base::lower(action.element), meaning{nullptr, nullptr, &action});
  return place->second;
}

flow_references::held flow_references::of(std::size_t flow, std::string_view reference, int depth) {
  auto result = of_name(flow, reference.substr(0, reference.find('.')), depth);
  for (auto dot = reference.find('.'); dot != std::string_view::npos; dot = reference.find('.')) {
    reference.remove_prefix(dot + 1);
    result = member(result, reference.substr(0, reference.find('.')), depth);
  }
  return result;
}

flow_references::held flow_references::of_name(std::size_t flow, std::string_view name, int depth) {
  if (const auto object = triggering_object(in_.found.flows[flow]); !object.empty() && is_triggering(name))
    return {.objects = {{object, true}}};
  const auto& names = names_of(flow);
  const auto found = names.find(base::lower(name));
  if (found == names.end() || depth > deepest || steps_-- <= 0)
    return {};
  const auto& [step, value, action] = found->second;
  if (step != nullptr)
    return {.objects = {{step->object, true}}};
  return value != nullptr ? of_value(flow, *value, depth) : given_by(*action);
}

flow_references::held flow_references::of_value(std::size_t flow, const metadata::flow_value& value,
                                                int depth) {
  if (!value.object.empty())
    return {.objects = {{value.object, true}}};
  if (!value.type.empty())
    return of_class(value.type);
  if (!value.mapped.empty())
    return {.objects = mapped_to(value.mapped), .outputs = true};
  if (!value.flow.empty())
    return {.flow = &value.flow};
  return value.reference.empty() ? held() : of(flow, value.reference, depth + 1);
}

// By what its method returns: a list of what it gives for each request.
flow_references::held flow_references::given_by(const metadata::flow_action& action) const {
  held result;
  if (action.type != metadata::apex_action)
    return result;
  for (const auto type : in_.types.named(action.name))
    for (const auto& method : in_.types.all()[type].is->methods)
      if (method.entry == apex::exposed_as::invocable && !method.returns.empty()) {
        const auto named = in_.types.find_all(innermost(method.returns), type);
        auto one = of_type(method.returns, named, in_.types.all()[type].sole);
        join(result.objects, one.objects);
        result.type = one.type;
      }
  if (result.objects.empty() && !result.type)
    result.objects = mapped_to(action.mapped);
  result.outputs = true;
  return result;
}

// The class it names, else an object; of a record of any kind nothing.
flow_references::held flow_references::of_type(std::string_view type, const std::vector<type_id>& named,
                                               bool certain) const {
  const auto one = innermost(type);
  if (!named.empty())
    return {.type = named.front()};
  if (base::is_one_of(any_record, base::lower(one)))
    return {};
  return {.objects = {{std::string(one), certain}}};
}

// Outer$Inner
flow_references::held flow_references::of_class(std::string name) const {
  std::ranges::replace(name, '$', '.');
  const auto named = in_.types.named(name);
  return named.empty() ? held() : held{.type = named.front()};
}

flow_references::held flow_references::member(const held& of, std::string_view word, int depth) {
  if (of.flow != nullptr)
    return variable(*of.flow, word, depth + 1);
  if (of.type) {
    const auto type = in_.types.type_of("this." + std::string(word), {}, *of.type);
    return type ? of_type(*type, in_.types.find_all(innermost(*type), *of.type), in_.types.all()[*of.type].sole)
                : held();
  }
  if (of.outputs)
    return {.objects = of.objects};
  held result;
  for (const auto& object : of.objects)
    for (const auto& parent : parents(word, object.name, in_.is_object))
      result.objects.push_back({parent.name, parent.certain && object.certain});
  return result;
}

flow_references::held flow_references::variable(const std::string& flow, std::string_view name, int depth) {
  held result;
  const auto named = in_.flows.find(base::lower(flow));
  if (named == in_.flows.end() || depth > deepest)
    return result;
  for (const auto number : named->second)
    if (in_.found.flows[number].runs) {
      const auto one = of_name(number, name, depth);
      join(result.objects, one.objects);
      result.type = one.type;
    }
  return result;
}

} // namespace proviso::tracing
