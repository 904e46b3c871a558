#include "simulating/simulate.hpp"

#include "simulating/parts.hpp"
#include "simulating/scene.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <numeric>

namespace proviso::simulating {
namespace {

using base::rational;

// The place, from 1, of a quantile among so many by nearest rank: the percent of them, raised to a whole one.
std::int64_t nearest_rank(std::int64_t count, int percent) {
  return std::max<std::int64_t>(1, (count * percent + 99) / 100);
}

// ---- when a pool runs out

std::optional<day_range> days_of(const std::vector<std::int64_t>& counts, base::day start, base::period days) {
  const auto at = [&](base::day d) { return counts[static_cast<std::size_t>((d - start).count())]; };
  std::int64_t all = 0;
  for (auto d = days.first; d <= days.last; d += std::chrono::days(1))
    all += at(d);
  if (all == 0)
    return std::nullopt;
  const auto quantile = [&](int percent) {
    auto left = nearest_rank(all, percent);
    auto d = days.first;
    for (left -= at(d); left > 0; left -= at(d))
      d += std::chrono::days(1);
    return d;
  };
  return day_range{quantile(5), quantile(50), quantile(95)};
}

window_outcome window_of(const scene& in, const pool::window& window, const pool_tally& counts, std::size_t w) {
  const auto start = in.all.contract->months.term().first;
  return {window.first + 1,
          window.last + 1,
          window.days,
          window.blocked,
          counts.exceeded[w],
          counts.undecided[w],
          days_of(counts.days, start, window.days),
          to_rational(counts.logins[w]) / rational(in.asked.runs)};
}

pool_outcome outcome_of(const scene& in, const scene_pool& pool, const pool_tally& counts,
                        const std::vector<std::int64_t>& kept) {
  pool_outcome result;
  result.sku = &in.all.contract->skus[pool.sku];
  for (std::size_t w = 0; w < pool.limits.windows().size(); ++w)
    result.windows.push_back(window_of(in, pool.limits.windows()[w], counts, w));
  const auto start = in.all.contract->months.term().first;
  for (const auto& month : in.all.contract->months.months()) {
    const auto first = counts.days.begin() + (month.days.first - start).count();
    result.by_month.push_back(std::accumulate(first, first + month.days.days(), std::int64_t{0}));
  }
  result.any = counts.any;
  result.undecided = counts.any_undecided;
  result.sizings = sizings_of(in, pool, kept);
  return result;
}

// ---- what it costs

cost_outcome cost_of(const scene& in, std::vector<money>& costs) {
  std::ranges::sort(costs);
  const auto minor = rational(10).power(static_cast<std::uint32_t>(in.all.contract->decimals));
  const auto at = [&](std::int64_t rank) {
    return rational(costs[static_cast<std::size_t>(rank - 1)]) / minor;
  };
  cost_outcome result;
  for (std::size_t i = 0; i < cost_percents.size(); ++i)
    result.quantiles[i] = at(nearest_rank(std::ssize(costs), cost_percents[i]));
  wide sum = 0;
  for (const auto one : costs)
    sum += one;
  result.mean = to_rational(sum) / (rational(std::ssize(costs)) * minor);
  result.least = at(1);
  result.most = at(std::ssize(costs));
  return result;
}

// ---- what it rests on

void note_limits(const scene& in, const tally& counts, std::vector<std::string>& assumed) {
  const auto& contract = *in.all.contract;
  if (std::ranges::find(in.asked.wanted, false) != in.asked.wanted.end())
    assumed.emplace_back("the cost is that of the SKUs asked for, without committed amounts");
  else if (!contract.commitments.empty())
    assumed.emplace_back(
        "the cost of a quantity is that of its SKU: what a commitment would make up is not in it");
  for (const auto& ceiling : in.ceilings)
    if (ceiling.accounts && std::ranges::find(ceiling.most, -1) != ceiling.most.end())
      assumed.push_back(fmt::format("{}: how many accounts it allows is not stated, so none are too many",
                                    contract.skus[ceiling.sku].name));
  if (counts.stopped > 0)
    assumed.push_back(fmt::format("{} figures were beyond what is counted, and count as the most that is",
                                  base::grouped(counts.stopped)));
}

} // namespace

simulation simulate(const metering::assessment& all, const settings& how, base::diagnostics& faults) {
  simulation result{&all, how, {}, {}, {}, {}};
  const auto in = scene_of(all, how, result.assumed, faults);
  if (!faults.empty())
    return result;
  kept_runs keep;
  keep.costs.resize(static_cast<std::size_t>(how.runs));
  for (const auto& pool : in.pools)
    keep.windows.emplace_back(static_cast<std::size_t>(pool.kept) * pool.limits.windows().size());
  std::vector<tally> parts(std::max(1U, how.jobs));
  in_parts(how.runs, how.jobs, [&](std::int64_t part, std::int64_t first, std::int64_t end) {
    parts[static_cast<std::size_t>(part)] = play(in, first, end, keep);
  });
  tally counts(in);
  for (const auto& part : parts)
    if (!part.pools.empty() || !part.ceilings.empty())
      counts.add(part);
  for (std::size_t i = 0; i < in.pools.size(); ++i)
    result.pools.push_back(outcome_of(in, in.pools[i], counts.pools[i], keep.windows[i]));
  result.ceilings = counts.ceilings;
  if (counts.unpriced == 0)
    result.cost = cost_of(in, keep.costs);
  else
    result.cost = base::unknown{
        fmt::format("what excess costs: in {} runs logins exceed a pool without an overage clause",
                    base::grouped(counts.unpriced))};
  note_limits(in, counts, result.assumed);
  return result;
}

rational chance_at_most(const simulation& of, const pool_outcome& pool) {
  return rational(pool.any + pool.undecided, of.asked.runs);
}

} // namespace proviso::simulating
