// Lists, sets, maps and iterators of Apex: what they hold.
#include "base/text.hpp"
#include "tracing/standard.hpp"
#include "tracing/types.hpp"

#include <array>

namespace proviso::tracing {
namespace {

// Source: Apex Reference Guide, List, Set, Map and Iterator.
constexpr auto gives_element = std::to_array<std::string_view>({"[]", "get()", "remove()", "next()", "put()"});
constexpr auto gives_itself = std::to_array<std::string_view>({"clone()", "deepclone()", "iterator()"});

// Of Map<K, List<V>>: K and List<V>.
std::vector<std::string_view> arguments_of(std::string_view type) {
  const auto open = type.find('<');
  if (open == std::string_view::npos || !type.ends_with('>'))
    return {};
  const auto inside = type.substr(open + 1, type.size() - open - 2);
  std::vector<std::string_view> result;
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= inside.size(); ++i)
    if (i == inside.size() || (inside[i] == ',' && depth == 0)) {
      result.push_back(inside.substr(from, i - from));
      from = i + 1;
    } else {
      depth += inside[i] == '<' ? 1 : inside[i] == '>' ? -1 : 0;
    }
  return result;
}

// Schema.Lead is Lead; Schema.SObjectType is a class.
std::string_view without_namespace(std::string_view type) {
  const auto dot = type.find('.');
  const bool of_objects =
      dot != std::string_view::npos && base::same_but_case(type.substr(0, dot), object_namespace);
  return of_objects && !base::is_one_of(describing_classes, base::lower(type.substr(dot + 1)))
             ? type.substr(dot + 1)
             : type;
}

} // namespace

bool is_container(std::string_view type) {
  return type.find_first_of("<[") != std::string_view::npos;
}

std::string_view innermost(std::string_view type) {
  for (;;) {
    while (type.ends_with("[]"))
      type.remove_suffix(2);
    const auto inside = arguments_of(type);
    if (inside.empty())
      return without_namespace(type);
    type = inside.back();
  }
}

std::optional<std::string> member_of_container(std::string_view type, std::string_view member) {
  const auto called = base::lower(member);
  if (base::is_one_of(gives_itself, called))
    return std::string(type);
  const auto inside = arguments_of(type);
  if (called == "values()" && inside.size() == 2)
    return "List<" + std::string(inside[1]) + '>';
  if (called == "keyset()" && inside.size() == 2)
    return "Set<" + std::string(inside[0]) + '>';
  if (!base::is_one_of(gives_element, called))
    return std::nullopt;
  if (type.ends_with("[]"))
    return std::string(type.substr(0, type.size() - 2));
  return inside.empty() ? std::nullopt : std::optional(std::string(inside.back()));
}

} // namespace proviso::tracing
