// proviso usage: login histories and org exports in, what was used out.
#include "report/usage.hpp"

#include "cli/commands/keyed_ids.hpp"
#include "cli/inputs_read.hpp"
#include "cli/judged.hpp"
#include "cli/output/overwriting.hpp"

#include <deque>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::string_view formats[] = {"text", "csv", "toml", "json"};
constexpr std::string_view own_options[] = {"format", "out"};

using populations = std::vector<report::usage_population>;

std::string in_format(std::size_t which, const model::contract& contract, const observing::observation& seen,
                      const populations& all) {
  switch (which) {
  case 1: return report::usage_as_csv(all);
  case 2: return report::usage_as_toml(contract, seen, all);
  case 3: return report::usage_as_json(contract, seen, all);
  default: return report::usage_as_text(contract, seen, all);
  }
}

base::diagnostics unfit(const judged& run) {
  const auto contracts = run.observed().size();
  if (run.asked().exports.files.logins.empty())
    return {{"there is nothing to observe", {}, "give login histories with --logins", {}}};
  if (contracts != 1)
    return {{fmt::format("usage is that of one contract; here are {}", contracts), {}, "name one FILE", {}}};
  return {};
}

// Users under hashes come in one format; another that is asked for would be left out silently.
base::diagnostics unfit_for_keyed_ids(const settings& options, std::string_view format) {
  const auto* asked = options.one("format");
  if (options.one("keyed-ids") == nullptr || asked == nullptr || format == "csv")
    return {};
  return {{fmt::format("--keyed-ids gives csv, and the format asked for is {}", format),
           asked->at,
           "take --format csv, or leave one of the two out",
           {}}};
}

base::diagnostics unfit_for_a_plan(const populations& all) {
  if (all.size() != 1 || !all[0].sku.empty())
    return {};
  return {{"which SKU the users are on is not known, and a plan has to say it",
           {},
           "give an export of users with --users, or take --format csv",
           {}}};
}

} // namespace

outcome usage(const invocation& asked) {
  static auto& runs = *new std::deque<judged>; // as in check
  base::diagnostics faults;
  const auto format = choose(asked.options.one("format"), formats, faults);
  if (faults.empty())
    faults = unfit_for_keyed_ids(asked.options, formats[format]);
  auto& run = runs.emplace_back(without(asked, own_options));
  if (auto refused = run.observe_only())
    return *refused;
  if (faults.empty())
    faults = unfit(run);
  if (!faults.empty())
    return refusal({}, faults);
  const auto one = run.observed().front();
  const auto all = report::populations_of(*one.contract, *one.seen);
  if (formats[format] == "toml")
    faults = unfit_for_a_plan(all);
  if (!faults.empty())
    return refusal({}, faults);
  if (const auto* key = asked.options.one("keyed-ids"))
    return run.with_unread_rows(with_keyed_ids(*key, asked.options, *one.seen, files_read(run)));
  auto result = printed(in_format(format, *one.contract, *one.seen, all), asked.options, files_read(run));
  if (format != 0 && result.status != ending::refused)
    for (const auto& note : one.seen->left_out)
      result.err += fmt::format("left out: {}\n", note);
  return run.with_unread_rows(std::move(result));
}

} // namespace proviso::cli
