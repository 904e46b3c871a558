// proviso lsp: the language server. What it says goes to its editor as it comes, so it writes by itself.
#include "cli/options/configuration.hpp"
#include "cli/options/request.hpp"
#include "cli/rule_texts.hpp"
#include "editor/server.hpp"

#include <csignal>
#include <iostream>

namespace proviso::cli {
namespace {

editor::settings server_settings(invocation asked, base::sources& sources, base::diagnostics& faults) {
  editor::settings result;
  result.version = program_version();
  result.folder = offer_configuration(asked.options, sources, faults);
  const auto wanted = read_request(asked, faults);
  result.rules = open_library(asked.options, faults);
  result.built_in = asked.options.one("rules") == nullptr;
  result.today = wanted.as_of;
  result.plans = wanted.plans;
  result.judging = settings_of(wanted);
  return result;
}

} // namespace

outcome lsp(const invocation& asked) {
  base::sources sources;
  base::diagnostics faults;
  auto by = server_settings(asked, sources, faults);
  if (!faults.empty())
    return refusal(sources, faults);
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const int status = editor::serve(std::move(by), std::cin, std::cout);
  return {status == 0 ? ending::passed : ending::found, {}, {}, {}};
}

} // namespace proviso::cli
