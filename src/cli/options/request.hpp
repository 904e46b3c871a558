// What a run of `check` is asked for, with every value read. A value that makes no sense is a diagnostic which
// says who gave it.
#pragma once

#include "base/day.hpp"
#include "base/diagnostic.hpp"
#include "base/rational.hpp"
#include "checking/check.hpp"
#include "cli/command.hpp"
#include "cli/options/pipeline_request.hpp"
#include "loading/exports.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::cli {

enum class format { text, json, concise, csv, markdown, sarif, junit, github, gitlab, html };
enum class gate { error, warning, info, undetermined, never }; // what the run fails on

struct destination {
  format as = format::text;
  std::string path; // empty: standard output
};

struct treatment {
  checking::severity_override what;
  given stated;
};

struct common_request {           // of every command that reads contracts
  std::vector<given> files;       // files, folders, globs or "-"
  std::optional<base::day> as_of; // none: today
  std::string standard_input;
};

struct exports_request { // exports to hold the contract against
  loading::export_files files;
  bool print_sql = false;                      // what a warehouse would be asked, and nothing else
  std::string list_users;                      // where to; empty: nowhere
  std::optional<base::rational> max_p_exhaust; // a share
};

struct request : common_request {
  std::vector<base::stated<std::string>> plans;
  std::vector<base::stated<std::string>> metadata; // folders of projects
  exports_request exports;
  std::vector<destination> destinations;
  gate fail_on = gate::error;
  std::optional<cost_limit> max_cost;
  pipeline_request pipeline;
  bool waivers = true;
  bool savings = false;        // what to buy instead is looked for too
  bool colour = false;         // on standard output
  std::vector<treatment> firm; // by flag or environment: beats the contract
  std::vector<treatment> weak; // by configuration: the contract beats it
};

// All but the day.
[[nodiscard]] checking::settings settings_of(const request& of);

[[nodiscard]] common_request read_common(const invocation& asked, base::diagnostics& faults);
[[nodiscard]] exports_request read_exports(const settings& options, base::diagnostics& faults);
[[nodiscard]] request read_request(const invocation& asked, base::diagnostics& faults);

// One of `names`, by its place; the first where none is given, or with a diagnostic another.
[[nodiscard]] std::size_t choose(const given* from, std::span<const std::string_view> names,
                                 base::diagnostics& faults);
// "true" and "1" are; none is not.
[[nodiscard]] bool truth(const given* from, base::diagnostics& faults);
// "5%" or "0.05"; empty where none is given, or with a diagnostic.
[[nodiscard]] std::optional<base::rational> read_share(const given* from, base::diagnostics& faults);
// A whole number; the least with a diagnostic where it is none.
[[nodiscard]] std::uint64_t read_whole(const given& from, std::uint64_t least, std::uint64_t most,
                                       base::diagnostics& faults);

// Of a report.
[[nodiscard]] format read_format(const given* from, base::diagnostics& faults);
// Of a listing: text or json.
[[nodiscard]] format read_listing_format(const given* from, base::diagnostics& faults);

} // namespace proviso::cli
