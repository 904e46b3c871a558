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

std::string in_format(std::size_t which, const model::contract& contract, const observing::observation& seen) {
  const auto all = report::populations_of(contract, seen);
  switch (which) {
  case 1: return report::usage_as_csv(all);
  case 2: return report::usage_as_toml(contract, seen, all);
  case 3: return report::usage_as_json(contract, seen, all);
  default: return report::usage_as_text(contract, seen, all);
  }
}

base::diagnostics unfit(const judged& run, std::size_t format) {
  const auto observed = run.observed();
  if (run.asked().exports.files.logins.empty())
    return {{"there is nothing to observe", {}, "give login histories with --logins", {}}};
  if (observed.size() != 1)
    return {
        {fmt::format("usage is that of one contract; here are {}", observed.size()), {}, "name one FILE", {}}};
  const auto all = report::populations_of(*observed[0].contract, *observed[0].seen);
  if (format == 2 && all.size() == 1 && all[0].sku.empty())
    return {{"which SKU the users are on is not known, and a plan has to say it",
             {},
             "give an export of users with --users, or take --format csv",
             {}}};
  return {};
}

} // namespace

outcome usage(const invocation& asked) {
  static auto& runs = *new std::deque<judged>; // as in check
  base::diagnostics faults;
  const auto format = choose(asked.options.one("format"), formats, faults);
  auto& run = runs.emplace_back(without(asked, own_options));
  if (auto refused = run.observe_only())
    return *refused;
  if (faults.empty())
    faults = unfit(run, format);
  if (!faults.empty())
    return refusal({}, faults);
  const auto one = run.observed().front();
  if (const auto* key = asked.options.one("keyed-ids"))
    return with_keyed_ids(*key, asked.options, *one.seen, files_read(run));
  auto result = printed(in_format(format, *one.contract, *one.seen), asked.options, files_read(run));
  if (format != 0 && result.status != ending::refused)
    for (const auto& note : one.seen->left_out)
      result.err += fmt::format("left out: {}\n", note);
  return result;
}

} // namespace proviso::cli
