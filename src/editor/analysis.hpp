// One open text, understood as `check` understands a file: parsed with all it uses, resolved, metered with the
// plan beside it, judged by the rules. Each step is taken as far as the text allows.
#pragma once

#include "checking/check.hpp"
#include "loading/plans.hpp"
#include "loading/resolved.hpp"
#include "metering/assessment.hpp"

#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace proviso::editor {

struct settings {
  std::string version; // of the program
  loading::library rules;
  bool built_in = true;                         // the rules are those the program carries
  std::optional<std::filesystem::path> folder;  // of the configuration
  std::optional<base::day> today;               // none: today in the zone of the contract
  std::vector<base::stated<std::string>> plans; // named by the configuration
  checking::settings judging;                   // its day is set for each contract
};

struct judged_contract {
  const model::contract* contract = nullptr;
  loading::chosen_plan plan;
  metering::assessment figures;
  checking::outcome found;
  base::day today;
};

// Everything here points into what stands before it, so it stays where it is made.
struct analysis {
  analysis(const settings& by, const std::map<std::string, std::string>& open_texts);
  analysis(const analysis&) = delete;
  analysis& operator=(const analysis&) = delete;

  base::sources sources;
  base::diagnostics faults; // of the text and of what it uses; none: the contracts are judged
  loading::project project;
  std::optional<loading::plans> plans;
  loading::resolved_file resolved;
  std::deque<judged_contract> contracts;
  std::string path;

  [[nodiscard]] std::uint32_t source() const { return resolved.files.source; }
  [[nodiscard]] std::string_view text() const { return sources[source()].text(); }
  [[nodiscard]] const syntax::file& tree() const { return *resolved.files.named; }
  // Null where the contract has faults, or is another file's.
  [[nodiscard]] const judged_contract* judged(std::string_view contract) const;
  [[nodiscard]] bool reads(const std::string& file) const;
};

// `open_texts` are taken in place of the files of their paths.
[[nodiscard]] std::unique_ptr<analysis> analyse(const settings& by, const std::string& path, std::string text,
                                                const std::map<std::string, std::string>& open_texts);

// Whether a source is part of the program and has no file.
[[nodiscard]] bool is_built_in(const settings& by, const base::source& source);

} // namespace proviso::editor
