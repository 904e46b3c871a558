#include "simulating/scene.hpp"

#include <algorithm>

namespace proviso::simulating {
namespace {

using model::sale;

// The logins of so many windows are kept, of all pools together, for the quantities that are looked for.
constexpr std::int64_t most_kept = 6'000'000;

bool same_season(const usage::population& a, const usage::population& b) {
  return a.season == b.season;
}

std::vector<std::vector<std::size_t>> streams_of(const std::vector<population_source>& all, std::uint32_t sku) {
  std::vector<std::vector<std::size_t>> result;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].sku != sku)
      continue;
    const auto found = std::ranges::find_if(result, [&](const auto& stream) {
      return same_season(*all[stream.front()].population, *all[i].population);
    });
    if (found == result.end())
      result.push_back({i});
    else
      found->push_back(i);
  }
  return result;
}

scene_pool pool_of(const scene& in, std::uint32_t sku) {
  auto streams = streams_of(in.populations, sku);
  std::vector<const usage::population*> seasons;
  for (const auto& stream : streams)
    seasons.push_back(in.populations[stream.front()].population);
  return {sku, pool(in.all.skus[sku], *in.all.contract), day_shares(in.all.contract->months, seasons),
          std::move(streams), 0};
}

scene_ceiling members_of(const scene& in, std::uint32_t sku) {
  scene_ceiling result{sku, false, {}};
  for (const auto& month : in.all.skus[sku].months)
    result.most.push_back(month.quantity);
  return result;
}

scene_ceiling accounts_of(const scene& in, std::uint32_t sku) {
  scene_ceiling result{sku, true, {}};
  for (const auto& month : in.all.skus[sku].months)
    result.most.push_back(month.accounts ? *month.accounts : -1);
  return result;
}

bool has_users(const scene& in, std::uint32_t sku) {
  return std::ranges::any_of(in.populations, [&](const auto& one) { return one.sku == sku; });
}

void add_sku(scene& in, std::uint32_t sku) {
  const auto sold = in.all.contract->skus[sku].sold.value;
  if (!in.asked.wanted[sku] || !has_users(in, sku))
    return;
  if (sold == sale::members)
    in.ceilings.push_back(members_of(in, sku));
  if (sold != sale::logins)
    return;
  in.pools.push_back(pool_of(in, sku));
  in.ceilings.push_back(accounts_of(in, sku));
}

} // namespace

scene scene_of(const metering::assessment& all, const settings& how, std::vector<std::string>& assumed,
               base::diagnostics& faults) {
  scene result{all, how, sources_of(all, how.wanted, assumed, faults), {}, {}, bill(all, how.wanted, faults),
               0};
  result.months = static_cast<std::size_t>(all.contract->months.size());
  if (!faults.empty())
    return result;
  for (std::uint32_t sku = 0; sku < all.contract->skus.size(); ++sku)
    add_sku(result, sku);
  std::int64_t windows = 0;
  for (const auto& one : result.pools)
    windows += std::ssize(one.limits.windows());
  for (auto& one : result.pools)
    one.kept = std::min(how.runs, std::max<std::int64_t>(1, most_kept / std::max<std::int64_t>(windows, 1)));
  return result;
}

tally::tally(const scene& of) {
  const auto days = static_cast<std::size_t>(of.all.contract->months.term().days());
  for (const auto& one : of.pools) {
    const auto windows = one.limits.windows().size();
    pools.push_back({std::vector<std::int64_t>(windows), std::vector<std::int64_t>(windows),
                     std::vector<wide>(windows), std::vector<std::int64_t>(days), 0, 0});
  }
  for (const auto& one : of.ceilings)
    ceilings.push_back(
        {&of.all.contract->skus[one.sku], one.accounts, std::vector<std::int64_t>(of.months), 0});
}

namespace {

template <typename Number>
void add_to(std::vector<Number>& into, const std::vector<Number>& from) {
  for (std::size_t i = 0; i < into.size(); ++i)
    into[i] += from[i];
}

} // namespace

void tally::add(const tally& other) {
  for (std::size_t i = 0; i < pools.size(); ++i) {
    auto& into = pools[i];
    const auto& from = other.pools[i];
    add_to(into.exceeded, from.exceeded);
    add_to(into.undecided, from.undecided);
    add_to(into.logins, from.logins);
    add_to(into.days, from.days);
    into.any += from.any;
    into.any_undecided += from.any_undecided;
  }
  for (std::size_t i = 0; i < ceilings.size(); ++i) {
    add_to(ceilings[i].by_month, other.ceilings[i].by_month);
    ceilings[i].any += other.ceilings[i].any;
  }
  unpriced += other.unpriced;
  stopped += other.stopped;
}

} // namespace proviso::simulating
