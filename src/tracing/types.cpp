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

bool runs(const metadata::program& one) {
  return !one.settings || one.settings->active;
}

// Say and do the same, as far as that is read.
bool alike(const apex::touch& a, const apex::touch& b) {
  return a.verb == b.verb && a.mode == b.mode && a.on == b.on &&
         std::ranges::equal(a.objects, b.objects, base::same_but_case, &apex::queried::name,
                            &apex::queried::name);
}

bool alike(const apex::method& a, const apex::method& b) {
  const auto same_touch = [](const apex::touch& x, const apex::touch& y) { return alike(x, y); };
  return base::same_but_case(a.name, b.name) && a.entry == b.entry && a.parameters == b.parameters &&
         std::ranges::equal(a.touches, b.touches, same_touch) &&
         std::ranges::equal(a.mentions, b.mentions, {}, &apex::mention::text, &apex::mention::text);
}

bool alike(const apex::type_declared& a, const apex::type_declared& b) {
  const auto same_method = [](const apex::method& x, const apex::method& y) { return alike(x, y); };
  return a.bases == b.bases && std::ranges::equal(a.methods, b.methods, same_method);
}

std::optional<int> version_of(const known_type& one) {
  return one.of->settings ? one.of->settings->api_version : std::nullopt;
}

bool alike(const known_type& a, const known_type& b) {
  return version_of(a) == version_of(b) && alike(*a.is, *b.is);
}

} // namespace

type_index::type_index(const metadata::org& found) {
  for (const auto& program : found.programs)
    for (const auto& type : program.unit.types)
      if (!type.test && runs(program)) {
        by_name_[base::lower(type.name)].push_back(types_.size());
        types_.push_back({&type, &program, {}, true});
      }
  compare();
  link();
}

// Classes of one name are told apart only where they differ.
void type_index::compare() {
  for (const auto& [name, all] : by_name_)
    for (const auto one : all)
      if (one != all.front() && !alike(types_[one], types_[all.front()]))
        for (const auto each : all)
          types_[each].sole = false;
}

void type_index::link() {
  for (type_id i = 0; i < types_.size(); ++i)
    for (const auto base : with_bases(i))
      if (base != i)
        types_[base].derived.push_back(i);
}

std::vector<type_id> type_index::named(std::string_view name) const {
  const auto* found = look(base::lower(name));
  return found == nullptr ? std::vector<type_id>() : *found;
}

const std::vector<type_id>* type_index::look(const std::string& whole) const {
  const auto found = by_name_.find(whole);
  return found == by_name_.end() ? nullptr : &found->second;
}

std::vector<type_id> type_index::find_all(std::string_view name, type_id inside) const {
  const auto wanted = base::lower(name);
  const std::vector<type_id>* found = nullptr;
  for (std::string_view outer = types_[inside].is->name; found == nullptr && !outer.empty();
       outer = around(outer))
    found = look(base::lower(outer) + '.' + wanted);
  if (found == nullptr)
    found = look(wanted);
  if (found == nullptr)
    return {};
  for (const auto one : *found) // its own file comes first
    if (types_[one].of == types_[inside].of)
      return {one};
  return *found;
}

std::optional<type_id> type_index::find(std::string_view name, type_id inside) const {
  const auto all = find_all(name, inside);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

std::vector<type_id> type_index::with_bases(type_id one) const {
  std::vector<type_id> result{one};
  for (std::size_t i = 0; i < result.size() && result.size() < most_bases; ++i)
    for (const auto& base : types_[result[i]].is->bases)
      for (const auto next : find_all(without_arguments(base), result[i]))
        if (std::ranges::find(result, next) == result.end())
          result.push_back(next);
  return result;
}

// Of overloads that give different things: none.
std::optional<std::string> type_index::returned_by(std::string_view method, type_id of) const {
  std::optional<std::string> result;
  for (const auto& each : types_[of].is->methods)
    if (base::same_but_case(each.name, method) && !each.returns.empty()) {
      if (result && !base::same_but_case(*result, each.returns))
        return std::nullopt;
      result = each.returns;
    }
  return result;
}

std::optional<std::string> type_index::member_type(std::string_view member, type_id of) const {
  const bool called = member.ends_with("()");
  const auto name = called ? member.substr(0, member.size() - 2) : member;
  for (const auto type : with_bases(of)) {
    if (called) {
      if (auto result = returned_by(name, type))
        return result;
    } else {
      for (const auto& field : types_[type].is->fields)
        if (base::same_but_case(field.name, name))
          return field.type;
    }
  }
  return std::nullopt;
}

// A class, perhaps an inner one, that a path begins with; the path goes on behind it.
std::optional<type_id> type_index::class_of(std::string_view& path, type_id inside) const {
  auto result = find(first_word(path), inside);
  if (!result)
    return std::nullopt;
  for (path = rest_of(path); !path.empty(); path = rest_of(path)) {
    const auto inner = look(base::lower(types_[*result].is->name + '.' + std::string(first_word(path))));
    if (inner == nullptr)
      break;
    result = inner->front();
  }
  return result;
}

std::optional<std::string> type_index::type_of(std::string_view path, std::string_view root_type,
                                               type_id inside) const {
  std::string type(root_type);
  type_id where = inside;
  const auto first = first_word(path);
  if (!type.empty() || base::same_but_case(first, "this") || base::same_but_case(first, "super")) {
    path = rest_of(path);
    if (type.empty())
      type = types_[inside].is->name;
  } else if (const auto own = member_type(first, inside)) {
    type = *own;
    path = rest_of(path);
  } else if (const auto named = class_of(path, inside)) {
    where = *named;
    type = types_[where].is->name;
  } else {
    return std::nullopt;
  }
  for (; !path.empty(); path = rest_of(path)) {
    const auto of = find(type, where);
    auto next = is_container(type) ? member_of_container(type, first_word(path))
                : of               ? member_type(first_word(path), *of)
                                   : std::nullopt;
    if (!next)
      return std::nullopt;
    where = of.value_or(where);
    type = std::move(*next);
  }
  return type;
}

} // namespace proviso::tracing
