// proviso check: files in, report and exit status out.
#include "cli/gate.hpp"
#include "cli/judged.hpp"
#include "report/formats.hpp"

#include <deque>

namespace proviso::cli {
namespace {

std::string in_format(format as, const report::report& all, bool colour) {
  return as == format::json ? report::to_json(all) : report::to_text(all, colour);
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
