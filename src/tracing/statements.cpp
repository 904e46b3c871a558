#include "tracing/statements.hpp"

#include "base/text.hpp"
#include "tracing/relationships.hpp"
#include "tracing/standard.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::tracing {
namespace {

using apex::access_mode;
using apex::operand;
using apex::queried;

// Types that may hold a record of any object, or only its id.
constexpr std::string_view general_types[] = {"sobject", "object", "id", "string"};
constexpr std::string_view trigger_records = "trigger."; // new, old, newMap, oldMap

bool obeys_user(const metadata::program& of, const apex::touch& one) {
  if (one.mode != access_mode::unstated)
    return one.mode == access_mode::user;
  return of.settings && of.settings->api_version.value_or(0) >= first_user_mode_version;
}

class statement {
public:
  statement(drawing& to, const place& in, const apex::touch& one)
      : to_(to), in_(in), type_(to.types.all()[in.type]), one_(one) {}

  void add() {
    if (obeys_user(*type_.of, one_))
      return;
    if (one_.does == model::operations(model::operations::read))
      query();
    else
      write();
  }

private:
  void query() {
    if (one_.objects.empty())
      return unreadable("reads", one_.computed ? "its text is put together at run time" : "it names no object");
    std::string parent;
    for (const auto& each : one_.objects) {
      if (each.as == queried::how::object) {
        parent = each.name;
        touches({each.name, !one_.computed});
      }
    }
    for (const auto& each : one_.objects)
      if (each.as != queried::how::object)
        for (auto& object :
             each.as == queried::how::children ? children(each.name, parent) : parents(each.name))
          touches({std::move(object.name), object.certain && !one_.computed});
  }

  void write() {
    bool told = false;
    for (const auto& each : one_.objects)
      if (each.as == queried::how::object) {
        touches({each.name, true});
        told = true;
      }
    if (told)
      return;
    const auto object = written();
    if (!object || object->empty() || base::is_one_of(general_types, base::lower(*object)))
      unreadable("writes", "the type of the records is not declared here");
    else if (!to_.types.find(*object, in_.type))
      touches({*object, true});
    else
      unreadable("writes", "their type is a class");
  }

  // The object whose records are written.
  [[nodiscard]] std::optional<std::string> written() const {
    const auto& on = one_.on;
    const auto& trigger = type_.of->unit.trigger;
    if (on.is == operand::how::type)
      return std::string(innermost(on.text));
    if (on.is != operand::how::path)
      return std::nullopt;
    if (trigger && base::lower(on.text).starts_with(trigger_records))
      return trigger->object;
    const auto type = to_.types.type_of(on.text, on.root_type, in_.type);
    return type ? std::optional(std::string(innermost(*type))) : std::nullopt;
  }

  void touches(const named_object& object) {
    site made;
    made.does = one_.does;
    made.certain = object.certain && !in_.method->asks_access;
    made.says = fmt::format("{}:{} {} {} (system mode)", to_.at(in_.node).label, one_.line, one_.verb,
                            base::harmless(object.name));
    made.at = one_.at;
    to_.add_site(in_.node, std::move(made), object.name);
  }

  void unreadable(std::string_view does, std::string_view why) {
    to_.add_unread(in_.node,
                   fmt::format("what '{}' at {}:{} {}: {}; declare its type, or name the object in place",
                               one_.verb, to_.at(in_.node).label, one_.line, does, why),
                   one_.at);
  }

  drawing& to_;
  const place& in_;
  const known_type& type_;
  const apex::touch& one_;
};

} // namespace

void add_statement(drawing& to, const place& in, const apex::touch& one) {
  statement(to, in, one).add();
}

} // namespace proviso::tracing
