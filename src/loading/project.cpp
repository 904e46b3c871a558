#include "loading/project.hpp"

#include "loading/input.hpp"
#include "syntax/bytes.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::loading {
namespace {

constexpr std::size_t longest_chain = 64; // of files that use one another

bool declares_rule(const syntax::file& file) {
  return std::ranges::any_of(file.declarations,
                             [](const auto& d) { return std::holds_alternative<syntax::rule>(d); });
}

} // namespace

bundle project::load_file(const std::string& path, base::span named_at, base::diagnostics& faults) {
  return bundle_of(node_of(named_file(path, folder_), named_at, faults), faults);
}

void project::offer_text(const std::string& path, std::string text) {
  offered_[named_file(path, folder_).key()] = std::move(text);
}

bundle project::load_text(const std::string& path, std::string text, base::diagnostics& faults) {
  return bundle_of(add(named_file(path, folder_), path, std::move(text)), faults);
}

std::vector<const syntax::file*> project::load_rules(base::diagnostics& faults) {
  return bundle_of(std::nullopt, faults).files;
}

std::vector<const syntax::file*> project::with_library(const bundle& of, base::diagnostics& faults) {
  std::vector<const syntax::file*> all;
  std::vector<bool> seen;
  for (std::size_t file = 0; file < rules_.files().size(); ++file) {
    const auto at = *node_of({file, {}, {}}, {}, faults);
    visit(at, faults);
    seen.resize(nodes_.size());
    gather(at, seen, all);
  }
  for (const auto* file : of.files)
    if (std::ranges::find(all, file) == all.end())
      all.push_back(file);
  return all;
}

std::optional<std::string> project::beside(const bundle& of, const syntax::text& name,
                                           base::diagnostics& faults) const {
  const auto from = std::ranges::find(nodes_, of.source, &node::source);
  const auto found = file_beside(from->where, name, faults);
  return found ? std::optional(found->path.string()) : std::nullopt;
}

std::size_t project::add(file_location where, std::string shown, std::string text) {
  const auto source = sources_.add(std::move(shown), std::move(text));
  return add(std::move(where), source, syntax::parse(sources_, source));
}

std::size_t project::add(file_location where, const library_file& file) {
  if (file.tree.empty())
    return add(std::move(where), file.shown, std::string(file.text));
  const auto source = sources_.add(file.shown, base::lasting{file.text});
  return add(std::move(where), source, {syntax::from_bytes(file.tree, sources_, source), {}, true});
}

std::size_t project::add(file_location where, std::uint32_t source, syntax::parsed parsed) {
  nodes_.push_back({std::move(where), source, std::move(parsed), {}, true, state::fresh});
  by_key_[nodes_.back().where.key()] = nodes_.size() - 1;
  return nodes_.size() - 1;
}

std::optional<std::size_t> project::node_of(const file_location& where, base::span named_at,
                                            base::diagnostics& faults) {
  if (const auto known = by_key_.find(where.key()); known != by_key_.end())
    return known->second;
  if (where.in_library)
    return add(where, rules_.files()[*where.in_library]);
  const auto offered = offered_.find(where.key());
  auto text = offered != offered_.end() ? std::optional(std::move(offered->second))
                                        : read_file(where.path.string(), named_at, faults);
  if (!text)
    return std::nullopt;
  return add(where, where.path.string(), std::move(*text));
}

const std::vector<std::size_t>& project::rule_nodes(base::diagnostics& faults) {
  if (rule_nodes_)
    return *rule_nodes_;
  rule_nodes_.emplace();
  for (std::size_t file = 0; file < rules_.files().size(); ++file) {
    if (!rules_.files()[file].declares_rules)
      continue;
    const auto at = *node_of({file, {}, {}}, {}, faults);
    if (declares_rule(nodes_[at].parsed.tree))
      rule_nodes_->push_back(at);
  }
  return *rule_nodes_;
}

// ---- following `use`

void project::visit(std::size_t at, base::diagnostics& faults) {
  if (nodes_[at].visited != state::fresh)
    return;
  nodes_[at].visited = state::open;
  path_.push_back(at);
  const auto& parsed = nodes_[at].parsed; // nodes stand still when others are added
  faults.insert(faults.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
  for (const auto& declaration : parsed.tree.declarations)
    if (const auto* use = std::get_if<syntax::use>(&declaration))
      follow(at, *use, faults);
  path_.pop_back();
  nodes_[at].visited = state::done;
}

void project::follow(std::size_t from, const syntax::use& use, base::diagnostics& faults) {
  if (path_.size() >= longest_chain) {
    faults.push_back(
        {fmt::format("more than {} files use one another in a row", longest_chain), use.name.at, {}, {}});
    nodes_[from].uses_known = false;
    return;
  }
  const auto used = find_used(rules_, nodes_[from].where, use.name, faults);
  nodes_[from].uses_known = nodes_[from].uses_known && !used.empty();
  for (const auto& where : used) {
    const auto to = node_of(where, use.name.at, faults);
    if (to && nodes_[*to].visited != state::open) {
      visit(*to, faults);
      nodes_[from].uses.push_back(*to);
      continue;
    }
    nodes_[from].uses_known = false;
    if (to)
      faults.push_back(cycle(*to, use.name.at));
  }
}

base::diagnostic project::cycle(std::size_t back_to, base::span at) const {
  std::string way;
  for (auto each = std::ranges::find(path_, back_to); each != path_.end(); ++each)
    way += sources_[nodes_[*each].source].name() + " uses ";
  return {"files use one another in a circle: " + way + sources_[nodes_[back_to].source].name(),
          at,
          "move what both need into a file of its own",
          {}};
}

// ---- putting together

bundle project::bundle_of(std::optional<std::size_t> named, base::diagnostics& faults) {
  bundle result;
  auto wanted = rule_nodes(faults);
  if (named)
    wanted.push_back(*named);
  std::vector<bool> seen;
  for (const auto at : wanted) {
    visit(at, faults);
    seen.resize(nodes_.size());
    gather(at, seen, result.files);
  }
  result.texts = &sources_;
  for (std::size_t at = 0; at < seen.size(); ++at)
    if (seen[at])
      tell_damage(nodes_[at], result);
  if (named) {
    result.source = nodes_[*named].source;
    result.named = &nodes_[*named].parsed.tree;
  }
  return result;
}

void project::tell_damage(const node& in, bundle& of) const {
  if (!in.parsed.diagnostics.empty())
    of.damaged.push_back({in.source, sources_[in.source].text(), &in.parsed.diagnostics});
  of.headings_known = of.headings_known && in.uses_known && in.parsed.headings_known;
}

void project::gather(std::size_t at, std::vector<bool>& seen, std::vector<const syntax::file*>& files) const {
  if (seen[at])
    return;
  seen[at] = true;
  for (const auto used : nodes_[at].uses)
    gather(used, seen, files);
  files.push_back(&nodes_[at].parsed.tree);
}

} // namespace proviso::loading
