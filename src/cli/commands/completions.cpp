// proviso completions: what shells complete by, from the model that the line is split by.
#include "cli/commands/completions.hpp"

#include "cli/application.hpp"
#include "cli/commands/completion_scripts.hpp"
#include "cli/options/request.hpp"

#include <fmt/format.h>

namespace proviso::cli {
namespace {

completed_option completed(const CLI::Option& of, const std::string& command) {
  completed_option result;
  const auto add = [&](const std::vector<std::string>& names, std::string_view dashes) {
    for (const auto& name : names)
      result.flags.push_back(fmt::format("{}{}", dashes, name));
  };
  add(of.get_snames(), "-");
  add(of.get_lnames(), "--");
  result.takes_value = of.get_items_expected_max() > 0;
  const bool is_out = of.check_sname("o");
  const auto name = is_out ? "out" : of.get_lnames().empty() ? std::string() : of.get_lnames().front();
  result.value = value_of(command, name);
  return result;
}

completed_command completed(const CLI::App& of) {
  completed_command result{of.get_name(), {}, argument_of(of.get_name())};
  for (const auto* option : of.get_options())
    result.options.push_back(completed(*option, of.get_name()));
  return result;
}

std::vector<completed_command> model() {
  CLI::App app;
  declare_front(app);
  for (const auto& form : all_commands())
    declare(app, form);
  std::vector<completed_command> result{completed(app)};
  for (const auto* command : app.get_subcommands({}))
    result.push_back(completed(*command));
  return result;
}

} // namespace

outcome completions(const invocation& asked) {
  static constexpr std::string_view shells[] = {"bash", "zsh", "fish"};
  using writer = std::string (*)(const std::vector<completed_command>&);
  static constexpr writer writers[] = {completions_for_bash, completions_for_zsh, completions_for_fish};
  base::diagnostics faults;
  const given wanted{asked.words.front(), "the shell", {}};
  const auto shell = choose(&wanted, shells, faults);
  return faults.empty() ? printed(writers[shell](model()), asked.options) : refusal({}, faults);
}

} // namespace proviso::cli
