#include "editor/rename.hpp"

#include "editor/refused.hpp"
#include "syntax/parse.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::editor {
namespace {

// A text in which the grammar itself judges the name.
std::string trial(thing is, const std::string& name) {
  switch (is) {
  case thing::parameter: return fmt::format("rule r \"r\" {{ param {} = 1 }}", name);
  case thing::variable: return fmt::format("rule r \"r\" {{ for {} in skus }}", name);
  case thing::object: return fmt::format("object {} {{ related Case }}", name);
  default: return fmt::format("capability {} \"c\"", name);
  }
}

void check_form(thing is, const std::string& name) {
  base::sources sources;
  const auto read = syntax::parse(sources, sources.add("name", trial(is, name)));
  if (!read.diagnostics.empty()) {
    const auto& help = read.diagnostics.front().help;
    throw refused(fmt::format("'{}' is not a name{}{}", name, help.empty() ? "" : ": ", help));
  }
  const auto found = mentions_of(read.tree);
  const auto whole = [&](const mention& each) { return each.declares && each.name == name; };
  if (read.tree.declarations.size() != 1 || std::ranges::none_of(found, whole))
    throw refused(fmt::format("'{}' is not a name", name));
}

// Licenses, groups and SKUs share their names, and so do a rule's parameters and variables.
int family(thing is) {
  switch (is) {
  case thing::sku:
  case thing::license:
  case thing::license_group:
  case thing::object_group:
  case thing::text_group: return 1;
  case thing::parameter:
  case thing::variable: return 2;
  default: return 10 + static_cast<int>(is);
  }
}

bool meet(const identity& a, const identity& b) {
  return family(a.is) == family(b.is) && (a.scope.empty() || b.scope.empty() || a.scope == b.scope);
}

void check_free(const names& all, const identity& of, const identity& wanted) {
  for (std::size_t is = 0; is <= static_cast<std::size_t>(thing::variable); ++is)
    for (const auto* other : all.declared(static_cast<thing>(is)))
      if (meet(other->of, of) && other->of.name == wanted.name && other->of != of)
        throw refused(fmt::format("'{}' is taken: it is declared already", wanted.name));
}

const named_place& found(const names& all, const analysis& in, const settings& by, std::uint32_t offset) {
  const auto* here = all.at(offset);
  if (here == nullptr)
    throw refused("there is no name here");
  const auto* declared = all.declaration(here->of);
  if (declared == nullptr && here->of.is != thing::object)
    throw refused(fmt::format("'{}' is declared nowhere", here->in.name));
  if (declared != nullptr && is_built_in(by, in.sources[declared->in.at.source]))
    throw refused(fmt::format("'{}' is declared in {}, which is part of proviso", here->in.name,
                              in.sources[declared->in.at.source].name()));
  return *here;
}

bool may_be_in_a_plan(thing is) {
  return is == thing::contract || is == thing::sku || is == thing::capability || is == thing::object;
}

// Contracts are judged, and their plans read, only where there are no faults.
void check_plans(const analysis& in, const settings& by, const identity& of) {
  if (in.faults.empty() || !may_be_in_a_plan(of.is))
    return;
  const auto plan = loading::plan_beside(in.path);
  if (plan || !by.plans.empty())
    throw refused(fmt::format("'{}' may stand in {}, which cannot be read before the faults of {} are mended",
                              of.name, plan.value_or("a plan"), in.path));
}

std::vector<edit> edits_of(const names& all, const identity& of, const std::string& fresh) {
  check_free(all, of, identity{of.is, of.scope, fresh});
  std::vector<edit> result;
  for (const auto* place : all.all_of(of))
    result.push_back({place->in.at, fresh});
  return result;
}

} // namespace

base::span renamable(const analysis& in, const settings& by, std::uint32_t offset) {
  const names all(in);
  return found(all, in, by, offset).in.at;
}

std::vector<edit> rename(const analysis& in, const settings& by, std::uint32_t offset,
                         const std::string& fresh) {
  const names all(in);
  const auto of = found(all, in, by, offset).of;
  check_form(of.is, fresh);
  check_plans(in, by, of);
  return edits_of(all, of, fresh);
}

std::vector<edit> rename_elsewhere(const analysis& in, const settings& by, const origin& declared,
                                   const std::string& fresh) {
  const names all(in);
  const auto* there = declared_at(in, all, declared);
  if (there == nullptr)
    return {};
  check_plans(in, by, there->of);
  return edits_of(all, there->of, fresh);
}

} // namespace proviso::editor
