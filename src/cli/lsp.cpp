// proviso lsp: the language server. What it says goes to its editor as it comes, so it writes by itself.
#include "cli/configuration.hpp"
#include "cli/request.hpp"
#include "cli/rule_texts.hpp"
#include "editor/server.hpp"

#include <csignal>
#include <iostream>

namespace proviso::cli {
namespace {

editor::settings settings_of(invocation asked, base::sources& sources, base::diagnostics& faults) {
  editor::settings result;
  result.version = program_version();
  result.folder = offer_configuration(asked.options, sources, faults);
  const auto wanted = read_request(asked, faults);
  result.rules = open_library(asked.options, faults);
  result.built_in = asked.options.one("rules") == nullptr;
  result.today = wanted.as_of;
  result.judging.use_waivers = wanted.waivers;
  for (const auto& plan : wanted.plans)
    result.plans.push_back({plan.value, plan.at});
  for (const auto& each : wanted.weak)
    result.judging.configured.push_back(each.what);
  for (const auto& each : wanted.firm)
    result.judging.flags.push_back(each.what);
  return result;
}

} // namespace

outcome lsp(const invocation& asked) {
  base::sources sources;
  base::diagnostics faults;
  auto by = settings_of(asked, sources, faults);
  if (!faults.empty())
    return refusal(sources, faults);
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const int status = editor::serve(std::move(by), std::cin, std::cout);
  return {status == 0 ? ending::passed : ending::found, {}, {}, {}};
}

} // namespace proviso::cli
