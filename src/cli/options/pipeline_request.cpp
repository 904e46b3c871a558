#include "cli/options/pipeline_request.hpp"

#include "cli/options/request.hpp"

#include <fmt/format.h>

namespace proviso::cli {
namespace {

std::optional<given> stated(const given* from) {
  return from == nullptr ? std::nullopt : std::optional(*from);
}

// A baseline that is written where none was named has the usual name.
std::optional<given> baseline_of(const settings& options, bool written) {
  const auto* named = options.one("baseline");
  return named == nullptr && written ? std::optional(given{std::string(usual_baseline), "--write-baseline", {}})
                                     : stated(named);
}

void check_together(const pipeline_request& of, base::diagnostics& faults) {
  if (of.max_increase && !of.baseline)
    faults.push_back({fmt::format("{} needs a baseline to compare with", of.max_increase->stated.by),
                      of.max_increase->stated.at,
                      "give --baseline FILE",
                      {}});
  if (of.evidence && of.write_baseline)
    faults.push_back(
        {"--evidence does not go with --write-baseline: the run would change what it is evidence of",
         of.evidence->at,
         "write the baseline in a run of its own",
         {}});
}

} // namespace

std::optional<cost_limit> read_limit(const given* from, base::diagnostics& faults) {
  if (from == nullptr)
    return std::nullopt;
  const auto blank = from->value.find(' ');
  const auto currency = blank == std::string::npos ? std::string() : from->value.substr(blank + 1);
  const auto amount = base::rational::parse(from->value.substr(0, blank));
  if (amount && !amount->is_negative() && (blank == std::string::npos || !currency.empty()))
    return cost_limit{*amount, currency, *from};
  faults.push_back(
      {fmt::format("{} must be an amount such as 2_000_000.00; this is '{}'", from->by, from->value),
       from->at,
       {},
       {}});
  return std::nullopt;
}

pipeline_request read_pipeline(const settings& options, base::diagnostics& faults) {
  pipeline_request result;
  result.write_baseline = truth(options.one("write-baseline"), faults);
  result.baseline = baseline_of(options, result.write_baseline);
  result.max_increase = read_limit(options.one("max-increase"), faults);
  const auto changed = options.all("changed");
  result.changed.assign(changed.begin(), changed.end());
  result.evidence = stated(options.one("evidence"));
  check_together(result, faults);
  return result;
}

} // namespace proviso::cli
