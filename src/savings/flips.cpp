#include "savings/flips.hpp"

#include "savings/resolve.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <set>

namespace proviso::savings {
namespace {

// Where users of each band go who leave the offer that the plan names, whatever the quantities and however they
// are told: what a reader would call the advice. Those without bands are one of none.
using placement =
    std::map<std::pair<std::size_t, int>, std::set<std::size_t>>; // population, login days: offers

constexpr int no_band = -1;

placement placement_of(const purchase& of, const people& who) {
  placement result;
  for (std::size_t p = 0; p < who.all.size(); ++p) {
    const auto& each = who.all[p];
    std::set<std::size_t> whole;
    if (of.homes[p] != each.own)
      whole.insert(of.homes[p]);
    for (const auto& band : each.bands)
      result[{p, band.login_days}] = whole;
    if (each.bands.empty())
      result[{p, no_band}] = whole;
  }
  for (const auto& move : of.moves)
    result[{move.population, who.all[move.population].bands[move.band].login_days}].insert(move.to);
  return result;
}

// Bands that only one of them has are of nobody in the other.
bool is_same(const placement& a, const placement& b) {
  return std::ranges::all_of(a, [&](const auto& one) {
    const auto found = b.find(one.first);
    return found == b.end() || found->second == one.second;
  });
}

struct asking {
  const advice& of;
  const usage::plan& plan;
  effort limits;
  placement now;
};

// The contract and plan with the figure at so many of its least parts.
using changing = std::function<void(model::contract&, usage::plan&, std::int64_t)>;

struct figure {
  std::string what;
  std::int64_t now = 0; // in least parts
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::int64_t furthest = 0; // where nothing turns up to `most`, it is doubled until there
  int decimals = 0;
  changing change;
};

// Whether the advice stays; empty where a solution is not known.
std::optional<bool> stays(const asking& in, const figure& of, std::int64_t at, std::string& missing) {
  auto contract = in.of.in->written();
  auto plan = in.plan;
  of.change(contract, plan, at);
  const auto found = resolve(contract, plan, in.of.who->today, in.limits);
  if (!found) {
    missing = found.why().missing;
    return std::nullopt;
  }
  return is_same(placement_of(found->best.bought, *found->who), in.now);
}

// The nearest value towards `end` at which the advice is another, by steps that double and then by halves.
std::optional<std::int64_t> nearest(const asking& in, const figure& of, std::int64_t end,
                                    std::string& missing) {
  auto same = of.now;
  std::optional<std::int64_t> other;
  const std::int64_t way = end < of.now ? -1 : 1;
  for (std::int64_t step = std::max<std::int64_t>(1, std::abs(end - of.now) / 8); same != end && !other;) {
    const auto next = way < 0 ? std::max(end, same - step) : std::min(end, same + step);
    const auto kept = stays(in, of, next, missing);
    if (!kept)
      return std::nullopt;
    (*kept ? same : other.emplace(next)) = next;
  }
  while (other && std::abs(*other - same) > 1) {
    const auto middle = same + (*other - same) / 2;
    const auto kept = stays(in, of, middle, missing);
    if (!kept)
      return std::nullopt;
    (*kept ? same : *other) = middle;
  }
  return other;
}

// Above the value, and as far as it was looked.
std::optional<std::int64_t> nearest_above(const asking& in, figure& of, std::string& missing) {
  for (auto from = of;; from.now = from.most, from.most = of.most) {
    const auto found = nearest(in, from, from.most, missing);
    if (found || !missing.empty() || of.most >= of.furthest)
      return found;
    of.most = std::min(of.most * 2, of.furthest);
  }
}

turn turn_of(const asking& in, figure of) {
  turn result{of.what, rational::decimal(of.now, of.decimals), {}, {}, of.decimals, {}, {}, {}};
  if (const auto found = nearest(in, of, of.least, result.missing))
    result.below = rational::decimal(*found, of.decimals);
  if (const auto found = nearest_above(in, of, result.missing); found && result.missing.empty())
    result.above = rational::decimal(*found, of.decimals);
  result.least = rational::decimal(of.least, of.decimals);
  result.most = rational::decimal(of.most, of.decimals);
  return result;
}

// ---- prices

constexpr std::int64_t furthest_price = 64; // times what it is

model::flat_price* flat_price_of(model::sku& of, std::size_t step) {
  auto& price = of.steps[step].terms.price;
  return price ? std::get_if<model::flat_price>(&price->value.how) : nullptr;
}

model::sku& sku_of(model::contract& in, std::size_t offer) {
  return offer < in.skus.size() ? in.skus[offer] : in.quotes[offer - in.skus.size()];
}

// Flat prices of offers that are bought, or to which somebody may move.
void add_prices(std::vector<figure>& to, const advice& of) {
  auto contract = of.in->written();
  const int decimals = contract.decimals;
  for (std::size_t i = 0; i < of.in->offers().size(); ++i)
    for (std::size_t s = 0; s < sku_of(contract, i).steps.size(); ++s) {
      const auto* price = flat_price_of(sku_of(contract, i), s);
      const auto minor =
          price == nullptr ? std::nullopt
                           : (price->amount * rational(10).power(static_cast<std::uint32_t>(decimals))).whole();
      if (!minor || *minor == 0 || of.in->offers()[i].stretches.empty())
        continue;
      const auto& from = sku_of(contract, i).steps[s].from;
      to.push_back({fmt::format("price of {}{}", of.in->offers()[i].sku->name,
                                from ? " from " + base::to_string(*from) : ""),
                    *minor, 0, *minor * 2, *minor * furthest_price, decimals,
                    [i, s, decimals](model::contract& in, usage::plan&, std::int64_t at) {
                      flat_price_of(sku_of(in, i), s)->amount = rational::decimal(at, decimals);
                    }});
    }
}

// ---- usage

void add_users(std::vector<figure>& to, const advice& of, const usage::plan& plan) {
  for (std::size_t p = 0; p < plan.populations.size() && p < of.who->all.size(); ++p) {
    std::int64_t most = 0;
    for (const auto& entry : plan.populations[p].users)
      most = std::max(most, entry.users);
    if (most == 0 || of.who->all[p].bands.empty())
      continue;
    to.push_back({fmt::format("users of '{}'", plan.populations[p].name.value), most, 1, most * 2, 0, 0,
                  [p, most](model::contract&, usage::plan& in, std::int64_t at) {
                    for (auto& entry : in.populations[p].users)
                      entry.users =
                          base::whole_half_up(rational(entry.users) * rational(at, most)).value_or(entry.users);
                  }});
  }
}

void add_growth(std::vector<figure>& to, const advice& of, const usage::plan& plan) {
  constexpr int decimals = 3;
  constexpr std::int64_t furthest = 50; // 5% a month
  for (std::size_t p = 0; p < plan.populations.size() && p < of.who->all.size(); ++p) {
    const auto now = (plan.populations[p].monthly_growth * rational(1000)).whole();
    if (!now || std::abs(*now) > furthest || of.who->all[p].bands.empty() || plan.populations[p].users.empty())
      continue;
    to.push_back({fmt::format("monthly growth of '{}'", plan.populations[p].name.value), *now, -furthest,
                  furthest, 0, decimals, [p](model::contract&, usage::plan& in, std::int64_t at) {
                    in.populations[p].monthly_growth = rational::decimal(at, decimals);
                  }});
  }
}

void add_seasons(std::vector<figure>& to, const advice& of, const usage::plan& plan) {
  for (std::size_t p = 0; p < plan.populations.size() && p < of.who->all.size(); ++p)
    if (plan.populations[p].season_at.somewhere() && !of.who->all[p].bands.empty())
      to.push_back({fmt::format("season of '{}', times what it adds", plan.populations[p].name.value), 10, 0,
                    30, 0, 1, [p](model::contract&, usage::plan& in, std::int64_t at) {
                      for (auto& factor : in.populations[p].season)
                        factor =
                            base::larger(rational(), rational(1) + (factor - rational(1)) * rational(at, 10));
                    }});
}

} // namespace

std::vector<turn> turns_of(const advice& of, const usage::plan& plan, effort limits) {
  const asking in{of, plan, limits, placement_of(of.best.bought, *of.who)};
  std::vector<figure> figures;
  add_prices(figures, of);
  add_users(figures, of, plan);
  add_growth(figures, of, plan);
  add_seasons(figures, of, plan);
  std::vector<turn> result;
  for (const auto& each : figures)
    result.push_back(turn_of(in, each));
  return result;
}

} // namespace proviso::savings
