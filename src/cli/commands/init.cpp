// proviso init: a first contract, its plan and proviso.toml, which are checked before they are written.
#include "cli/commands/init.hpp"

#include "base/text.hpp"
#include "cli/commands/init_answers.hpp"
#include "cli/commands/init_files.hpp"
#include "cli/options/configuration.hpp"
#include "format/reformat.hpp"
#include "loading/project.hpp"
#include "loading/resolved.hpp"
#include "usage/bind.hpp"
#include "usage/read_plan.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

namespace fs = std::filesystem;

struct first_files {
  std::string contract; // their paths
  std::string plan;
  std::string configuration; // empty: there is one
};

std::string below(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).lexically_normal().string();
}

first_files places(const init_answers& from) {
  base::sources sources;
  base::diagnostics ignored; // whatever it says, it is there
  settings options;
  const bool configured = offer_configuration(options, sources, ignored).has_value();
  return {below(from.folder, from.name + ".proviso"), below(from.folder, from.name + ".plan.toml"),
          configured ? "" : "proviso.toml"};
}

void check_free(const first_files& of, base::diagnostics& faults) {
  if (base::harmless(of.contract) != of.contract)
    faults.push_back(
        {fmt::format("'{}' has control characters in it", of.contract), {}, "name another folder", {}});
  for (const auto& path : {of.contract, of.plan}) {
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error)))
      faults.push_back({fmt::format("'{}' is there already: nothing is written", path),
                        {},
                        "give another name: proviso init NAME",
                        {}});
  }
}

// In the layout of the language.
std::string laid_out(const std::string& name, std::string text, base::sources& sources,
                     base::diagnostics& faults) {
  auto result = proviso::format::reformat(sources, sources.add(name, std::move(text)));
  faults.insert(faults.end(), result.diagnostics.begin(), result.diagnostics.end());
  return std::move(result.text);
}

// As proviso check would read the two.
void check_both(const first_files& of, const std::string& contract, const std::string& plan,
                base::sources& sources, base::diagnostics& faults) {
  loading::project project(sources, loading::library::embedded(), std::nullopt);
  const auto resolved = loading::resolve(project.load_text(of.contract, contract, faults), faults);
  if (!faults.empty() || resolved.contracts.empty())
    return;
  auto read = usage::read_plan(sources, sources.add(of.plan, plan), faults);
  if (read)
    usage::bind_plan(*read, resolved.contracts.front(), *resolved.catalogue, faults);
}

outcome written(const init_answers& from, const first_files& of, std::string contract, std::string plan) {
  outcome result;
  result.files = {{of.contract, std::move(contract), true}, {of.plan, std::move(plan), true}};
  if (!of.configuration.empty())
    result.files.push_back({of.configuration, first_configuration(from), true});
  for (const auto& file : result.files)
    result.out += fmt::format("wrote {}\n", base::harmless(file.path));
  if (of.configuration.empty())
    result.out += fmt::format("proviso.toml stays as it is: see that its contracts name {}\n",
                              base::harmless(of.contract));
  if (from.price.empty())
    result.out += fmt::format("its price, {} {}, is a placeholder: write that of the order form\n",
                              placeholder_price, from.currency);
  result.out += fmt::format("next: proviso check {}\n", base::harmless(of.contract));
  return result;
}

} // namespace

outcome init(const invocation& asked) {
  base::sources sources;
  base::diagnostics faults;
  const auto answers = answers_for_init(asked, faults);
  const auto paths = places(answers);
  check_free(paths, faults);
  if (!faults.empty())
    return refusal(sources, faults);
  auto contract = laid_out(paths.contract, first_contract(answers), sources, faults);
  auto plan = first_plan(answers);
  if (faults.empty())
    check_both(paths, contract, plan, sources, faults);
  return faults.empty() ? written(answers, paths, std::move(contract), std::move(plan))
                        : refusal(sources, faults);
}

} // namespace proviso::cli
