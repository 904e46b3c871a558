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
constexpr std::string_view access_levels[] = {"accesslevel", "system.accesslevel"};
constexpr std::string_view trigger_records = "trigger."; // new, old, newMap, oldMap

// Of Lead.SObjectType.newSObject(), Schema.SObjectType.Lead.getSObjectType().newSObject(): Lead. None of
// others.
std::optional<std::string> made_by_description(std::string_view path) {
  const auto strip_end = [&](std::string_view word) {
    const bool has = base::lower(path).ends_with(word);
    path.remove_suffix(has ? word.size() : 0);
    return has;
  };
  const auto strip_start = [&](std::string_view word) {
    const bool has = base::lower(path).starts_with(word);
    path.remove_prefix(has ? word.size() : 0);
    return has;
  };
  if (!strip_end(".newsobject()"))
    return std::nullopt;
  bool described = strip_end(".getsobjecttype()");
  (void)strip_start("schema.");
  described = strip_start("sobjecttype.") || strip_end(".sobjecttype") || described;
  const bool named = described && !path.empty() && path.find_first_of(".(") == std::string_view::npos;
  return named ? std::optional(std::string(path)) : std::nullopt;
}

enum class obedience : std::uint8_t { none, perhaps, user };

obedience obeys(const type_index& types, const place& in, const apex::touch& one) {
  const auto& of = *types.all()[in.type].of;
  if (one.mode == access_mode::user)
    return obedience::user;
  if (one.mode == access_mode::either)
    return obedience::perhaps;
  const bool takes_level = std::ranges::any_of(one.options, [&](const operand& each) {
    const auto type = types.type_of(each.text, each.root_type, in.type);
    return type && base::is_one_of(access_levels, base::lower(*type));
  });
  if (one.mode == access_mode::unstated && takes_level)
    return obedience::perhaps;
  const bool by_version = of.settings && of.settings->api_version.value_or(0) >= first_user_mode_version;
  return one.mode == access_mode::unstated && by_version ? obedience::user : obedience::none;
}

class statement {
public:
  statement(drawing& to, const place& in, const apex::touch& one)
      : to_(to), in_(in), type_(to.types.all()[in.type]), one_(one) {}

  void add() {
    const auto obeyed = obeys(to_.types, in_, one_);
    if (obeyed == obedience::user)
      return;
    certain_ = one_.certain && obeyed == obedience::none && !in_.method->asks_access;
    if (one_.does == model::operations(model::operations::read))
      query();
    else
      write();
  }

private:
  void query() {
    if (one_.open)
      unreadable("reads", one_.computed ? "its text is put together at run time" : "it names no object");
    std::string parent;
    for (const auto& each : one_.objects) {
      if (each.as == queried::how::object) {
        parent = each.name;
        touches({each.name, each.certain && !one_.computed});
      }
    }
    for (const auto& each : one_.objects) {
      if (each.as == queried::how::children)
        follow(each, children(each.name, parent));
      if (each.as == queried::how::parent)
        follow(each, parents(each.name, each.of, to_.is_object));
    }
  }

  void follow(const queried& one, const std::vector<named_object>& to) {
    if (to.empty())
      unreadable("reads",
                 fmt::format("where the relationship '{}' leads is not known", base::harmless(one.name)));
    for (const auto& object : to)
      touches({object.name, object.certain && one.certain && !one_.computed});
  }

  void write() {
    for (const auto& on : one_.on) {
      const auto object = written(on);
      if (!object || object->empty() || base::is_one_of(general_types, base::lower(*object)))
        unreadable("writes", "the type of the records is not declared here");
      else if (!to_.types.find(*object, in_.type))
        touches({*object, one_.on.size() == 1});
      else
        unreadable("writes", "their type is a class");
    }
  }

  // The object whose records are written.
  [[nodiscard]] std::optional<std::string> written(const operand& on) const {
    const auto& trigger = type_.of->unit.trigger;
    if (on.is == operand::how::type || on.is == operand::how::query)
      return std::string(innermost(on.text));
    if (on.is != operand::how::path)
      return std::nullopt;
    if (trigger && base::lower(on.text).starts_with(trigger_records))
      return trigger->object;
    if (const auto made = on.root_type.empty() ? made_by_description(on.text) : std::nullopt)
      return made;
    const auto type = to_.types.type_of(on.text, on.root_type, in_.type);
    return type ? std::optional(std::string(innermost(*type))) : std::nullopt;
  }

  void touches(const named_object& object) {
    site made;
    made.does = one_.does;
    made.certain = object.certain && certain_;
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
  bool certain_ = true;
};

} // namespace

void add_statement(drawing& to, const place& in, const apex::touch& one) {
  statement(to, in, one).add();
}

} // namespace proviso::tracing
