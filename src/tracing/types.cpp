#include "tracing/types.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cctype>

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
        types_.push_back({&type, &program});
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
  for (type_id i = 0; i < types_.size(); ++i) {
    types_[i].lineage = lineage_of(i);
    for (const auto base : types_[i].lineage)
      if (base != i)
        types_[base].derived.push_back(i);
  }
}

std::vector<type_id> type_index::named(std::string_view name) const {
  const auto* found = look(base::lower(name));
  return found == nullptr ? std::vector<type_id>() : *found;
}

const std::vector<type_id>* type_index::look(const std::string& whole) const {
  const auto found = by_name_.find(whole);
  return found == by_name_.end() ? nullptr : &found->second;
}

const std::vector<type_id>* type_index::look_around(const std::string& wanted, type_id inside) const {
  for (std::string_view outer = types_[inside].is->name; !outer.empty(); outer = around(outer))
    if (const auto* found = look(base::lower(outer) + '.' + wanted))
      return found;
  return look(wanted);
}

const std::vector<type_id>* type_index::look_in_bases(const std::string& wanted, type_id inside) const {
  for (std::string_view outer = types_[inside].is->name; !outer.empty(); outer = around(outer))
    for (const auto type : of_own_file_first(look(base::lower(outer)), inside))
      for (const auto base : types_[type].lineage)
        if (const auto* found =
                base == type ? nullptr : look(base::lower(types_[base].is->name) + '.' + wanted))
          return found;
  return nullptr;
}

std::vector<type_id> type_index::of_own_file_first(const std::vector<type_id>* found, type_id inside) const {
  if (found == nullptr)
    return {};
  for (const auto one : *found)
    if (types_[one].of == types_[inside].of)
      return {one};
  return *found;
}

std::vector<type_id> type_index::find_all(std::string_view name, type_id inside) const {
  const auto wanted = base::lower(name);
  const auto* found = look_around(wanted, inside);
  return of_own_file_first(found != nullptr ? found : look_in_bases(wanted, inside), inside);
}

std::optional<type_id> type_index::find(std::string_view name, type_id inside) const {
  const auto all = find_all(name, inside);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

std::vector<type_id> type_index::lineage_of(type_id one) const {
  std::vector<type_id> result{one};
  for (std::size_t i = 0; i < result.size() && result.size() < most_bases; ++i)
    for (const auto& base : types_[result[i]].is->bases)
      for (const auto next :
           of_own_file_first(look_around(base::lower(without_arguments(base)), result[i]), result[i]))
        if (std::ranges::find(result, next) == result.end())
          result.push_back(next);
  return result;
}

std::string type_index::qualified(std::string_view type, type_id inside) const {
  const auto in_name = [](char c) {
    return c == '_' || c == '.' || std::isalnum(static_cast<unsigned char>(c)) != 0;
  };
  std::string result;
  while (!type.empty()) {
    const auto size = static_cast<std::size_t>(std::ranges::find_if_not(type, in_name) - type.begin());
    if (size == 0) {
      result += type.front();
      type.remove_prefix(1);
      continue;
    }
    const auto name = type.substr(0, size);
    const auto known = find(name, inside);
    result += known ? std::string_view(types_[*known].is->name) : name;
    type.remove_prefix(size);
  }
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
      if (const auto result = returned_by(name, type))
        return qualified(*result, type);
    } else {
      for (const auto& field : types_[type].is->fields)
        if (base::same_but_case(field.name, name))
          return qualified(field.type, type);
    }
  }
  return std::nullopt;
}

// Of a member of the type itself, or a static one of the types around it.
std::optional<std::string> type_index::visible_type(std::string_view member, type_id inside) const {
  for (std::string_view name = types_[inside].is->name; !name.empty(); name = around(name))
    if (const auto type = find(name, inside))
      if (auto result = member_type(member, *type))
        return result;
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
                                               type_id inside, std::string* left) const {
  auto type = qualified(root_type, inside);
  const auto first = first_word(path);
  if (!type.empty() || base::same_but_case(first, "this") || base::same_but_case(first, "super")) {
    path = rest_of(path);
    if (type.empty())
      type = types_[inside].is->name;
  } else if (auto own = visible_type(first, inside)) {
    type = std::move(*own);
    path = rest_of(path);
  } else if (const auto named = class_of(path, inside)) {
    type = types_[*named].is->name;
  } else {
    return std::nullopt;
  }
  for (; !path.empty(); path = rest_of(path)) {
    const auto of = find(type, inside);
    auto next = is_container(type) ? member_of_container(type, first_word(path))
                : of               ? member_type(first_word(path), *of)
                                   : std::nullopt;
    if (!next) {
      if (left != nullptr)
        *left = std::move(type);
      return std::nullopt;
    }
    type = std::move(*next);
  }
  return type;
}

} // namespace proviso::tracing
