// proviso simulate: a contract and its plan in, how demand that is not certain may go out.
#include "simulating/simulate.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "cli/inputs_read.hpp"
#include "cli/output/overwriting.hpp"
#include "metering/assess.hpp"
#include "simulating/formats.hpp"

#include <deque>
#include <fmt/format.h>
#include <thread>

namespace proviso::cli {
namespace {

using base::rational;
using simulating::simulation;

constexpr std::string_view formats[] = {"text", "json", "csv", "markdown"};
constexpr std::string_view own_options[] = {"format", "out", "max-p-exhaust", "seed", "runs", "sku"};

struct simulation_request {
  std::size_t format = 0;
  std::optional<rational> max_p_exhaust;
  simulating::settings how;
  std::vector<given> skus;
};

simulation_request read(const settings& options, base::diagnostics& faults) {
  simulation_request result;
  result.format = choose(options.one("format"), formats, faults);
  result.max_p_exhaust = read_share(options.one("max-p-exhaust"), faults);
  result.how.limit = result.max_p_exhaust.value_or(rational(5, 100));
  if (const auto* seed = options.one("seed"))
    result.how.seed = read_whole(*seed, 0, ~std::uint64_t{0}, faults);
  if (const auto* runs = options.one("runs"))
    result.how.runs = static_cast<std::int64_t>(read_whole(*runs, 1, simulating::most_runs, faults));
  const auto skus = options.all("sku");
  result.skus.assign(skus.begin(), skus.end());
  return result;
}

// Which SKUs of the contract are simulated: those named, else all.
std::vector<bool> wanted(const std::vector<given>& named, const model::contract& contract,
                         base::diagnostics& faults) {
  std::vector<bool> result(contract.skus.size(), named.empty());
  for (const auto& one : named) {
    std::vector<std::string_view> names;
    bool found = false;
    for (std::size_t i = 0; i < contract.skus.size(); ++i) {
      names.push_back(contract.skus[i].name);
      if (contract.skus[i].name == one.value)
        result[i] = found = true;
    }
    if (!found)
      faults.push_back({fmt::format("{} names '{}', no SKU of '{}'", one.by, base::harmless(one.value),
                                    base::harmless(contract.name)),
                        one.at,
                        base::did_you_mean(one.value, names),
                        {}});
  }
  return result;
}

unsigned threads(const exports_request& asked) {
  return asked.files.jobs > 0 ? asked.files.jobs : std::max(1U, std::thread::hardware_concurrency());
}

base::diagnostics unfit(const judged& run) {
  const auto all = run.planned();
  if (all.size() != 1)
    return {
        {fmt::format("one contract is simulated at a time; here are {}", all.size()), {}, "name one FILE", {}}};
  if (all.front().plan == nullptr)
    return {
        {"there is nothing to draw from", {}, "give a plan with --plan, or login histories with --logins", {}}};
  return {};
}

std::string in_format(std::size_t which, const simulation& all, const simulating::occasion& when) {
  switch (which) {
  case 1: return simulating::to_json(all, when);
  case 2: return simulating::to_csv(all);
  case 3: return simulating::to_markdown(all, when);
  default: return simulating::to_text(all, when);
  }
}

std::string over_limit(const simulation& all, const rational& most) {
  std::string lines;
  const auto percent = [](const rational& share) { return (share * rational(100)).fixed(2); };
  for (const auto& pool : all.pools)
    if (const auto chance = simulating::chance_at_most(all, pool); chance > most)
      lines += fmt::format("{} runs out in {}{}% of runs: more than {}% (--max-p-exhaust)\n",
                           base::harmless(pool.sku->name), pool.undecided > 0 ? "up to " : "", percent(chance),
                           (most * rational(100)).exact_decimals().value_or(percent(most)));
  return lines;
}

} // namespace

outcome simulate(const invocation& asked) {
  static auto& runs = *new std::deque<judged>; // as in check
  base::diagnostics faults;
  auto request = read(asked.options, faults);
  auto& run = runs.emplace_back(without(asked, own_options));
  if (auto refused = run.observe_only())
    return *refused;
  if (faults.empty())
    faults = unfit(run);
  if (!faults.empty())
    return refusal(run.sources(), faults);
  const auto one = run.planned().front();
  const auto figures = metering::assess(*one.contract, one.plan, faults);
  request.how.today = run.report().as_of;
  request.how.jobs = threads(run.asked().exports);
  request.how.wanted = wanted(request.skus, *one.contract, faults);
  if (!faults.empty())
    return refusal(run.sources(), faults);
  const auto all = simulating::simulate(figures, request.how, faults);
  if (!faults.empty())
    return refusal(run.sources(), faults);
  auto result = run.with_unread_rows(printed(
      in_format(request.format, all, {one.plan_file, run.report().as_of}), asked.options, files_read(run)));
  if (result.status == ending::refused || !request.max_p_exhaust)
    return result;
  const auto passed = over_limit(all, *request.max_p_exhaust);
  result.err += passed;
  if (!passed.empty())
    result.status = ending::found;
  return result;
}

} // namespace proviso::cli
