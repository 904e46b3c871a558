// The commands of the program: each a function from what was asked to what is said.
#pragma once

#include "cli/options/settings.hpp"
#include "cli/output/outcome.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::cli {

struct invocation {
  std::vector<std::string> words; // what is no option: files, a rule's name
  settings options;
};

struct command {
  std::string_view name;
  std::size_t least_words = 0;
  std::size_t most_words = 0;
  std::string_view word; // what a missing one is called: "RULE"
  std::span<const option> options;
  outcome (*run)(const invocation&);
  std::string_view page; // what --help prints
};

// What a command hands on to a run that others share: without the options it reads itself.
[[nodiscard]] invocation without(invocation asked, std::span<const std::string_view> options);

[[nodiscard]] std::span<const command> all_commands();

// What `proviso` alone and `proviso version` print.
[[nodiscard]] std::string_view front_page();
[[nodiscard]] std::string version();
[[nodiscard]] std::string_view program_version();

// Where -o says; empty: standard output.
[[nodiscard]] std::string output_path(const settings& options);
// The text to there.
[[nodiscard]] outcome printed(std::string text, const settings& options);

[[nodiscard]] outcome check(const invocation& asked);
[[nodiscard]] outcome usage(const invocation& asked);
[[nodiscard]] outcome optimize(const invocation& asked);
[[nodiscard]] outcome verify(const invocation& asked);
[[nodiscard]] outcome compare(const invocation& asked);
[[nodiscard]] outcome simulate(const invocation& asked);
[[nodiscard]] outcome test(const invocation& asked);
[[nodiscard]] outcome rules(const invocation& asked);
[[nodiscard]] outcome explain(const invocation& asked);
[[nodiscard]] outcome schema(const invocation& asked);
[[nodiscard]] outcome reformat(const invocation& asked);
[[nodiscard]] outcome lsp(const invocation& asked);
[[nodiscard]] outcome version(const invocation& asked);

} // namespace proviso::cli
