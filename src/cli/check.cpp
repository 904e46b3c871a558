// proviso check: files in, report and exit status out.
#include "cli/gate.hpp"
#include "cli/judged.hpp"
#include "report/formats.hpp"

#include <deque>

namespace proviso::cli {
namespace {

std::string in_format(format as, const report::report& all, bool colour) {
  switch (as) {
  case format::text: return report::to_text(all, colour);
  case format::json: return report::to_json(all);
  case format::concise: return report::to_concise(all);
  case format::csv: return report::to_csv(all);
  case format::markdown: return report::to_markdown(all);
  case format::sarif: return report::to_sarif(all);
  case format::junit: return report::to_junit(all);
  case format::github: return report::to_github(all);
  case format::gitlab: return report::to_gitlab(all);
  }
  return {};
}

outcome answer(const judged& run) {
  const auto& asked = run.asked();
  outcome result;
  for (const auto& to : asked.destinations) {
    const bool screen = to.path.empty();
    auto text = in_format(to.as, run.report(), screen && asked.colour);
    if (screen)
      result.out += text;
    else
      result.files.push_back({to.path, std::move(text)});
  }
  if (asked.max_cost)
    result.err = over_limit(*asked.max_cost, run.report());
  if (asked.exports.max_p_exhaust)
    result.err += over_exhaustion(*asked.exports.max_p_exhaust, run.report());
  if (!asked.exports.list_users.empty())
    result.files.push_back({asked.exports.list_users, run.users_as_csv()});
  const bool failed = fails_on(asked.fail_on, report::count(run.report())) || !result.err.empty();
  result.status = failed ? ending::found : ending::passed;
  return result;
}

} // namespace

outcome check(const invocation& asked) {
  // The process ends with its run: giving back thousands of small pieces before would only take time.
  static auto& runs = *new std::deque<judged>;
  auto& run = runs.emplace_back(asked);
  auto refused = run.run();
  return refused ? *refused : answer(run);
}

} // namespace proviso::cli
