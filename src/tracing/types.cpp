#include "tracing/types.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace proviso::tracing {
namespace {

constexpr std::size_t most_bases = 32; // of one type, through all levels

std::string_view first_word(std::string_view path) {
  return path.substr(0, path.find('.'));
}

std::string_view rest_of(std::string_view path) {
  const auto dot = path.find('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}

std::string_view around(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

std::string_view without_arguments(std::string_view type) {
  return type.substr(0, type.find_first_of("<["));
}

} // namespace

bool is_container(std::string_view type) {
  return type.find_first_of("<[") != std::string_view::npos;
}

std::string_view innermost(std::string_view type) {
  for (;;) {
    while (type.ends_with("[]"))
      type.remove_suffix(2);
    const auto open = type.find('<');
    if (open == std::string_view::npos || !type.ends_with('>'))
      return type;
    type = type.substr(open + 1, type.size() - open - 2);
    int depth = 0;
    for (std::size_t i = 0; i < type.size(); ++i) { // behind the last comma of this level
      depth += type[i] == '<' ? 1 : type[i] == '>' ? -1 : 0;
      if (type[i] == ',' && depth == 0) {
        type.remove_prefix(i + 1);
        i = 0;
      }
    }
  }
}

type_index::type_index(const metadata::org& found) {
  for (const auto& program : found.programs)
    for (const auto& type : program.unit.types)
      if (!type.test) {
        by_name_[base::lower(type.name)].push_back(types_.size());
        types_.push_back({&type, &program, {}});
      }
  link();
}

void type_index::link() {
  for (type_id i = 0; i < types_.size(); ++i)
    for (const auto& base : types_[i].is->bases)
      if (const auto to = find(without_arguments(base), i); to && *to != i)
        types_[*to].derived.push_back(i);
}

std::vector<type_id> type_index::named(std::string_view name) const {
  const auto found = by_name_.find(base::lower(name));
  return found == by_name_.end() ? std::vector<type_id>() : found->second;
}

std::optional<type_id> type_index::find(std::string_view name, type_id inside) const {
  const auto wanted = base::lower(name);
  const auto look = [&](const std::string& whole) -> std::optional<type_id> {
    const auto found = by_name_.find(whole);
    return found == by_name_.end() ? std::nullopt : std::optional(found->second.front());
  };
  for (std::string_view outer = types_[inside].is->name; !outer.empty(); outer = around(outer))
    if (const auto found = look(base::lower(outer) + '.' + wanted))
      return found;
  return look(wanted);
}

std::vector<type_id> type_index::with_bases(type_id one) const {
  std::vector<type_id> result{one};
  for (std::size_t i = 0; i < result.size() && result.size() < most_bases; ++i)
    for (const auto& base : types_[result[i]].is->bases)
      if (const auto next = find(without_arguments(base), result[i]);
          next && std::ranges::find(result, *next) == result.end())
        result.push_back(*next);
  return result;
}

std::optional<std::string> type_index::member_type(std::string_view member, type_id of) const {
  const bool called = member.ends_with("()");
  const auto name = called ? member.substr(0, member.size() - 2) : member;
  for (const auto type : with_bases(of)) {
    if (called) {
      for (const auto& method : types_[type].is->methods)
        if (base::same_but_case(method.name, name) && !method.returns.empty())
          return method.returns;
    } else {
      for (const auto& field : types_[type].is->fields)
        if (base::same_but_case(field.name, name))
          return field.type;
    }
  }
  return std::nullopt;
}

std::optional<std::string> type_index::type_of(std::string_view path, std::string_view root_type,
                                               type_id inside) const {
  std::string type(root_type);
  type_id where = inside;
  if (!type.empty() || base::same_but_case(first_word(path), "this")) {
    path = rest_of(path);
  } else if (const auto own = member_type(first_word(path), inside)) {
    type = *own;
    path = rest_of(path);
  } else { // a class, perhaps an inner one
    const auto named = find(first_word(path), inside);
    if (!named)
      return std::nullopt;
    path = rest_of(path);
    where = *named;
    while (!path.empty()) {
      const auto inner = find(types_[where].is->name + '.' + std::string(first_word(path)), where);
      if (!inner)
        break;
      where = *inner;
      path = rest_of(path);
    }
    type = types_[where].is->name;
  }
  if (type.empty())
    type = types_[inside].is->name;
  for (; !path.empty(); path = rest_of(path)) {
    if (is_container(type)) // values(), get(i): what it holds
      return rest_of(path).empty() ? std::optional(type) : std::nullopt;
    const auto of = find(type, where);
    const auto next = of ? member_type(first_word(path), *of) : std::nullopt;
    if (!next)
      return std::nullopt;
    where = *of;
    type = *next;
  }
  return type;
}

} // namespace proviso::tracing
