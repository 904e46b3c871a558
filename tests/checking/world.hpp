// A whole run on texts: contract and rules in the language, plan in TOML, findings out.
#pragma once

#include "base/source.hpp"
#include "checking/check.hpp"
#include "checking/rules/rulebook.hpp"
#include "metering/assess.hpp"
#include "model/resolve.hpp"
#include "syntax/parse.hpp"
#include "usage/plan.hpp"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::checking::testing {

class world {
public:
  // Each text is a file of its own; faults are kept, not thrown.
  void add(std::string name, std::string text);
  void add_file(const std::string& path);
  // Every .proviso file of a folder and those below it, by path.
  void add_folder(const std::string& folder);

  // After all files: the contract of that name, or the only one; and the rules.
  void resolve(std::string_view contract = {});
  // A contract that stands in a test, before `assess`.
  void resolve(const syntax::contract& tree);
  void plan(std::string name, std::string toml);
  void assess();
  [[nodiscard]] outcome check(base::day today = base::parse_day("2026-11-01").value());
  [[nodiscard]] outcome check(const settings& how);

  [[nodiscard]] std::vector<const syntax::file*> files() const;
  // All faults as "message | help", one a line.
  [[nodiscard]] std::string faults() const;
  // Faults with their excerpts.
  [[nodiscard]] std::string rendered() const;
  [[nodiscard]] std::string text_at(base::span at) const { return std::string(sources.text(at)); }

  base::sources sources;
  std::deque<syntax::file> trees;
  base::diagnostics diagnostics;
  model::catalogue catalogue;
  std::vector<model::contract> contracts;
  const model::contract* contract = nullptr;
  std::optional<usage::plan> planned;
  metering::assessment assessment;
  rulebook rules;
};

// "rule subject first-day verdict", one a line.
[[nodiscard]] std::string summary(const outcome& of);

} // namespace proviso::checking::testing
