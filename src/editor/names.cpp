#include "editor/names.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace proviso::editor {
namespace {

bool has_scope(thing is) {
  return is == thing::sku || is == thing::restriction || is == thing::parameter || is == thing::variable;
}

identity make(thing is, const mention& of) {
  const bool scoped = has_scope(is) || (is == thing::contract && of.declares);
  return {is, scoped ? of.scope : std::string(),
          is == thing::object ? base::lower(of.name) : std::string(of.name)};
}

// A plan's texts are in quotes.
base::span without_quotes(const base::sources& in, base::span at) {
  const auto text = in.text(at);
  const bool quoted =
      text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return quoted ? base::span{at.source, at.begin + 1, at.end - 1} : at;
}

} // namespace

names::names(const analysis& in) : text_(in.source()) {
  std::vector<mention> found;
  const auto take = [&](std::vector<mention> more) { std::ranges::move(more, std::back_inserter(found)); };
  for (const auto* file : in.resolved.files.files)
    take(mentions_of(*file));
  for (const auto& contract : in.contracts)
    if (contract.plan.plan != nullptr)
      take(mentions_of(*contract.plan.plan));
  for (auto& each : found)
    each.at = without_quotes(in.sources, each.at);
  add(std::move(found));
}

void names::add(std::vector<mention> found) {
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i].declares)
      declared_.emplace(make(found[i].may_be.front(), found[i]), i);
  for (auto& each : found) {
    auto of = identify(each);
    all_.push_back({std::move(of), std::move(each)});
  }
}

// The first that is declared; where none is, the last that it may be: an object of one's own, a typing error.
identity names::identify(const mention& of) const {
  for (const auto is : of.may_be)
    if (auto made = make(is, of); declared_.contains(made))
      return made;
  return make(of.may_be.back(), of);
}

const named_place* names::at(std::uint32_t offset) const {
  const auto found = std::ranges::find_if(all_, [&](const named_place& each) {
    return each.in.at.source == text_ && each.in.at.begin <= offset && offset <= each.in.at.end;
  });
  return found == all_.end() ? nullptr : &*found;
}

std::vector<const named_place*> names::all_of(const identity& of) const {
  std::vector<const named_place*> result;
  for (const auto& each : all_)
    if (each.of == of)
      result.push_back(&each);
  return result;
}

const named_place* names::declaration(const identity& of) const {
  const auto found = declared_.find(of);
  return found == declared_.end() ? nullptr : &all_[found->second];
}

std::vector<const named_place*> names::declared(thing is, std::string_view scope) const {
  std::vector<const named_place*> result;
  for (const auto& each : all_)
    if (each.in.declares && each.of.is == is && (scope.empty() || each.of.scope == scope))
      result.push_back(&each);
  return result;
}

} // namespace proviso::editor
