// What a run of `check` is asked for, with every value read. A value that makes no sense is a diagnostic which
// says who gave it.
#pragma once

#include "base/day.hpp"
#include "base/diagnostic.hpp"
#include "base/rational.hpp"
#include "checking/check.hpp"
#include "cli/command.hpp"
#include "logins/question.hpp"
#include "warehouse/source.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::cli {

enum class format { text, json, concise, csv, markdown, sarif, junit, github, gitlab };
enum class gate { error, warning, info, undetermined, never }; // what the run fails on

struct destination {
  format as = format::text;
  std::string path; // empty: standard output
};

struct cost_limit {
  base::rational most;
  std::string currency; // empty: each contract's own
  given stated;
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

// Exports to hold the contract against, as files, folders, globs or "-"; or logins in a warehouse.
struct exports_request {
  std::vector<given> logins;
  std::optional<warehouse::source> warehouse; // then it is the only one of `logins`
  std::vector<given> users;
  std::vector<given> assignments;
  std::vector<given> org;
  std::optional<base::period> covers;
  std::optional<given> file_zone;
  std::optional<logins::date_order> dates;
  std::uint64_t max_bad_rows = 0;
  unsigned jobs = 0;      // threads that read these, and metadata; 0: as many as there are processors
  bool print_sql = false; // what a warehouse would be asked, and nothing else
  std::string list_users; // where to; empty: nowhere
  std::optional<base::rational> max_p_exhaust; // a share

  [[nodiscard]] bool any() const {
    return !logins.empty() || !users.empty() || !assignments.empty() || !org.empty();
  }
};

struct request : common_request {
  std::vector<given> plans;
  std::vector<given> metadata; // folders of projects
  exports_request exports;
  std::vector<destination> destinations;
  gate fail_on = gate::error;
  std::optional<cost_limit> max_cost;
  bool waivers = true;
  bool colour = false;         // on standard output
  std::vector<treatment> firm; // by flag or environment: beats the contract
  std::vector<treatment> weak; // by configuration: the contract beats it
};

[[nodiscard]] std::vector<base::stated<std::string>> plans_of(const request& of);
// All but the day.
[[nodiscard]] checking::settings settings_of(const request& of);

[[nodiscard]] common_request read_common(const invocation& asked, base::diagnostics& faults);
[[nodiscard]] exports_request read_exports(const settings& options, base::diagnostics& faults);
[[nodiscard]] request read_request(const invocation& asked, base::diagnostics& faults);

// One of `names`, by its place; the first where it is none, with a diagnostic.
[[nodiscard]] std::size_t choose(const given& from, std::span<const std::string_view> names,
                                 base::diagnostics& faults);
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
