#include "checking/world.hpp"

#include "base/excerpt.hpp"
#include "checking/adjust.hpp"
#include "usage/bind.hpp"
#include "usage/read_plan.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace proviso::checking::testing {

void world::add(std::string name, std::string text) {
  const auto number = sources.add(std::move(name), std::move(text));
  auto read = syntax::parse(sources, number);
  diagnostics.insert(diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
  trees.push_back(std::move(read.tree));
}

void world::add_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  add(path, text.str());
}

void world::add_folder(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".proviso")
      paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths)
    add_file(path);
}

std::vector<const syntax::file*> world::files() const {
  std::vector<const syntax::file*> all;
  for (const auto& tree : trees)
    all.push_back(&tree);
  return all;
}

void world::resolve(std::string_view name) {
  const auto all = files();
  catalogue = model::resolve_catalogue(all, diagnostics);
  contracts = model::resolve_contracts(all, catalogue, diagnostics);
  for (const auto& one : contracts)
    if (name.empty() || one.name == name)
      contract = &one;
  rules = rulebook::of(all, diagnostics);
  if (contract != nullptr)
    check_adjustments(rules, *contract, diagnostics);
}

void world::resolve(const syntax::contract& tree) {
  catalogue = model::resolve_catalogue(files(), diagnostics);
  contracts = {model::resolve_contract(tree, {}, catalogue, diagnostics)};
  contract = &contracts.front();
  rules = rulebook::of(files(), diagnostics);
}

void world::plan(std::string name, std::string toml) {
  const auto number = sources.add(std::move(name), std::move(toml));
  planned = usage::read_plan(sources, number, diagnostics);
  if (planned && contract)
    usage::bind_plan(*planned, *contract, catalogue, diagnostics);
}

void world::assess() {
  if (contract != nullptr)
    assessment = metering::assess(*contract, planned ? &*planned : nullptr, diagnostics);
}

outcome world::check(base::day today) {
  settings how;
  how.today = today;
  return check(how);
}

outcome world::check(const settings& how) {
  return check_contract(rules, assessment, how, diagnostics);
}

std::string world::faults() const {
  std::string text;
  for (const auto& one : diagnostics)
    text +=
        one.help.empty() ? fmt::format("{}\n", one.message) : fmt::format("{} | {}\n", one.message, one.help);
  return text;
}

std::string world::rendered() const {
  return base::render(sources, diagnostics);
}

std::string summary(const outcome& of) {
  std::string text;
  for (const auto& f : of.findings)
    text += fmt::format("{} {} {} {}\n", f.rule, f.subject.empty() ? "-" : f.subject,
                        f.days ? base::to_string(f.days->first) : "-", to_string(f.verdict));
  return text;
}

} // namespace proviso::checking::testing
