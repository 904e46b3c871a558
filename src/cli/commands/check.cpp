// proviso check: files in, report and exit status out.
#include "cli/commands/recommendations.hpp"
#include "cli/inputs_read.hpp"
#include "cli/pipeline/evidence.hpp"
#include "cli/pipeline/gate.hpp"
#include "cli/pipeline/pipeline.hpp"
#include "report/formats.hpp"

#include <deque>
#include <iterator>

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
  case format::html: return report::to_html(all);
  }
  return {};
}

// Nothing that was read is written over, and nothing is written twice.
void check_paths(const judged& run, const pipeline& around, base::diagnostics& faults) {
  const auto& asked = run.asked();
  std::vector<written_path> written;
  for (const auto& to : asked.destinations)
    written.push_back({to.path, "report"});
  written.push_back({asked.exports.list_users, "list of users"});
  std::ranges::move(around.writes(), std::back_inserter(written));
  std::erase_if(written, [](const written_path& each) { return each.path.empty(); });
  if (written.empty())
    return; // and nothing is looked up
  auto read = files_read(run);
  std::ranges::move(around.inputs(), std::back_inserter(read));
  check_overwriting(written, read, faults);
}

void add_reports(const judged& run, const report::report& shown, outcome& to) {
  for (const auto& wanted : run.asked().destinations) {
    const bool screen = wanted.path.empty();
    auto text = in_format(wanted.as, shown, screen && run.asked().colour);
    if (screen)
      to.out += text;
    else
      to.files.push_back({wanted.path, std::move(text)});
  }
  if (const auto& path = run.asked().exports.list_users; !path.empty())
    to.files.push_back({path, run.users_as_csv()});
}

// What the gates say; empty where all pass.
std::string stopped(const request& asked, const report::report& shown, const baseline* accepted) {
  std::string result;
  if (asked.max_cost)
    result += over_limit(*asked.max_cost, shown);
  if (asked.pipeline.max_increase && accepted != nullptr)
    result += over_increase(*asked.pipeline.max_increase, *accepted, shown);
  if (asked.exports.max_p_exhaust)
    result += over_exhaustion(*asked.exports.max_p_exhaust, shown);
  return result;
}

outcome answer(judged& run, const invocation& invoked) {
  const auto& asked = run.asked();
  pipeline around(asked.pipeline);
  base::diagnostics faults;
  around.read(faults);
  if (faults.empty())
    check_paths(run, around, faults);
  outcome result;
  auto& shown = run.report();
  recommendations saved; // which the report points to
  if (faults.empty() && asked.savings)
    saved.add_to(shown);
  if (faults.empty())
    around.apply(shown, result);
  if (faults.empty() && asked.pipeline.evidence)
    result.folders.push_back(evidence_of({run, shown, around, invoked}, faults));
  if (!faults.empty())
    return refusal(run.sources(), faults);
  add_reports(run, shown, result);
  const auto gates = stopped(asked, shown, around.accepted());
  result.err += gates;
  const bool failed = fails_on(asked.fail_on, report::count(shown)) || !gates.empty();
  result.status = failed ? ending::found : ending::passed;
  return result;
}

} // namespace

outcome check(const invocation& asked) {
  // The process ends with its run: giving back thousands of small pieces before would only take time.
  static auto& runs = *new std::deque<judged>;
  auto& run = runs.emplace_back(asked);
  auto refused = run.run();
  return refused ? *refused : run.with_unread_rows(answer(run, asked));
}

} // namespace proviso::cli
