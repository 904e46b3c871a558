#include "savings/flips.hpp"

#include "savings/resolve.hpp"
#include "savings/tariff.hpp"

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
  bool of_plan = true;      // else of the contract: users are the same at every value
  std::string missing = {}; // why it is not looked at
};

// By population and offer: how many move there.
std::map<std::pair<std::size_t, std::size_t>, std::int64_t> movers_of(const purchase& of) {
  std::map<std::pair<std::size_t, std::size_t>, std::int64_t> result;
  for (const auto& move : of.moves)
    result[{move.population, move.to}] += move.users;
  return result;
}

// Whether nothing is cheaper than what is bought now. Where the users are others, as many must move as do now,
// but may be other ones.
bool is_still_cheapest(const resolved& then, const purchase& now, bool other_users) {
  auto kept = now;
  if (other_users) {
    if (then.best.bought.homes != now.homes || movers_of(then.best.bought) != movers_of(now))
      return false;
    kept.moves = then.best.bought.moves;
  }
  const auto cost = cost_of(*then.in, *then.who, kept);
  return cost && !(then.cost() < (*cost)->cost());
}

struct staying {        // what of the advice
  bool users = true;    // who moves where
  bool purchase = true; // what is bought, and how many move
};

// One figure, with what was found at its values.
class turning {
public:
  turning(const asking& in, figure of) : in_(in), of_(std::move(of)) {}

  turn operator()() {
    turn result{
        of_.what, rational::decimal(of_.now, of_.decimals), {}, {}, of_.decimals, of_.missing, {}, {}, {}, {}};
    if (!of_.missing.empty())
      return result;
    result.below = shown(nearest(of_.now, of_.least, &staying::users));
    result.above = shown(nearest_above(&staying::users));
    result.purchase_below = shown(nearest(of_.now, of_.least, &staying::purchase));
    result.purchase_above = shown(nearest_above(&staying::purchase));
    result.least = rational::decimal(of_.least, of_.decimals);
    result.most = rational::decimal(of_.most, of_.decimals);
    result.missing = missing_;
    return result;
  }

private:
  using part = bool staying::*;

  // Empty where a solution is not known.
  std::optional<bool> stays(std::int64_t at, part which) {
    if (const auto known = known_.find(at); known != known_.end())
      return known->second.*which;
    auto contract = in_.of.in->written();
    auto plan = in_.plan;
    of_.change(contract, plan, at);
    const auto then = resolve(contract, plan, in_.of.who->today, in_.limits);
    if (!then) {
      missing_ = then.why().missing;
      return std::nullopt;
    }
    const auto& bought = in_.of.best.bought;
    known_[at] = {is_same(placement_of(then->best.bought, *then->who), in_.now),
                  is_still_cheapest(*then, bought, of_.of_plan)};
    return known_[at].*which;
  }

  // The nearest value towards `end` at which it does not stay, by steps that double and then by halves.
  std::optional<std::int64_t> nearest(std::int64_t same, std::int64_t end, part which) {
    std::optional<std::int64_t> other;
    const std::int64_t way = end < same ? -1 : 1;
    for (std::int64_t step = std::max<std::int64_t>(1, std::abs(end - same) / 8); same != end && !other;) {
      const auto next = way < 0 ? std::max(end, same - step) : std::min(end, same + step);
      const auto kept = stays(next, which);
      if (!kept)
        return std::nullopt;
      (*kept ? same : other.emplace(next)) = next;
    }
    while (other && std::abs(*other - same) > 1) {
      const auto middle = same + (*other - same) / 2;
      const auto kept = stays(middle, which);
      if (!kept)
        return std::nullopt;
      (*kept ? same : *other) = middle;
    }
    return other;
  }

  // Above the value, and as far as it was looked.
  std::optional<std::int64_t> nearest_above(part which) {
    for (auto from = of_.now;; from = of_.most, of_.most = std::min(of_.most * 2, of_.furthest)) {
      const auto found = nearest(from, of_.most, which);
      if (found || !missing_.empty() || of_.most >= of_.furthest)
        return found;
    }
  }

  [[nodiscard]] std::optional<rational> shown(std::optional<std::int64_t> at) const {
    return at && missing_.empty() ? std::optional(rational::decimal(*at, of_.decimals)) : std::nullopt;
  }

  const asking& in_;
  figure of_;
  std::map<std::int64_t, staying> known_;
  std::string missing_;
};

// ---- prices

constexpr std::int64_t furthest_price = 64; // times what it is

struct whole_units {
  std::int64_t value = 0;
  int decimals = 0;
};

// A flat price in minor units, or in the parts of them that it has; none where it is another.
std::optional<whole_units> flat_price_of(const model::price& price, int decimals) {
  constexpr int finer = 4; // decimals at the most
  const auto* flat = std::get_if<model::flat_price>(&price.how);
  for (int more = 0; flat != nullptr && more <= finer; ++more)
    if (const auto value =
            (flat->amount * rational(10).power(static_cast<std::uint32_t>(decimals + more))).whole())
      return whole_units{*value, decimals + more};
  return std::nullopt;
}

model::sku& sku_of(model::contract& in, std::size_t offer) {
  return offer < in.skus.size() ? in.skus[offer] : in.quotes[offer - in.skus.size()];
}

figure of_amount(std::string what, const whole_units& now, std::size_t offer, std::size_t step) {
  return {std::move(what),
          now.value,
          0,
          now.value * 2,
          now.value * furthest_price,
          now.decimals,
          [offer, step, decimals = now.decimals](model::contract& in, usage::plan&, std::int64_t at) {
            sku_of(in, offer).steps[step].terms.price->value.how =
                model::flat_price{rational::decimal(at, decimals)};
          },
          false,
          {}};
}

// All amounts of a price together, in tenths of a percent of what they are.
figure of_share(const std::string& what, std::size_t offer, std::size_t step) {
  constexpr std::int64_t now = 1'000;
  return {what + ", in percent of what is written",
          now,
          0,
          now * 2,
          now * furthest_price,
          1,
          [offer, step](model::contract& in, usage::plan&, std::int64_t at) {
            scale(sku_of(in, offer).steps[step].terms.price->value, rational(at, now));
          },
          false,
          {}};
}

// Prices of offers that are for sale.
void add_prices(std::vector<figure>& to, const advice& of) {
  auto contract = of.in->written();
  const int decimals = contract.decimals;
  for (std::size_t i = 0; i < of.in->offers().size(); ++i)
    for (std::size_t s = 0; s < sku_of(contract, i).steps.size(); ++s) {
      const auto& step = sku_of(contract, i).steps[s];
      if (!step.terms.price || costs_nothing(step.terms.price->value) || of.in->offers()[i].stretches.empty())
        continue;
      const auto what = fmt::format("price of {}{}", of.in->offers()[i].sku->name,
                                    step.from ? " from " + base::to_string(*step.from) : "");
      const auto now = flat_price_of(step.terms.price->value, decimals);
      to.push_back(now ? of_amount(what, *now, i, s) : of_share(what, i, s));
    }
}

// ---- usage

// In any band, though all are known.
bool is_nobody(const population& of) {
  return of.bands.empty() && of.no_bands.empty();
}

void add_users(std::vector<figure>& to, const advice& of, const usage::plan& plan) {
  for (std::size_t p = 0; p < plan.populations.size() && p < of.who->all.size(); ++p) {
    std::int64_t most = 0;
    for (const auto& entry : plan.populations[p].users)
      most = std::max(most, entry.users);
    if (most == 0 || is_nobody(of.who->all[p]))
      continue;
    to.push_back({fmt::format("users of '{}'", plan.populations[p].name.value), most, 1, most * 2, 0, 0,
                  [p, most](model::contract&, usage::plan& in, std::int64_t at) {
                    for (auto& entry : in.populations[p].users)
                      entry.users =
                          base::whole_half_up(rational(entry.users) * rational(at, most)).value_or(entry.users);
                  },
                  true, of.who->all[p].no_bands});
  }
}

void add_growth(std::vector<figure>& to, const advice& of, const usage::plan& plan) {
  constexpr int decimals = 3;
  constexpr std::int64_t furthest = 50; // 5% a month
  for (std::size_t p = 0; p < plan.populations.size() && p < of.who->all.size(); ++p) {
    if (is_nobody(of.who->all[p]) || plan.populations[p].users.empty())
      continue;
    const auto& growth = plan.populations[p].monthly_growth;
    const auto now = (growth * rational(1'000)).whole();
    const auto what = fmt::format("monthly growth of '{}'", plan.populations[p].name.value);
    if (!now || std::abs(*now) > furthest) {
      const auto millionths = base::whole_half_up(growth * rational(1'000'000)).value_or(0);
      to.push_back({what,
                    millionths,
                    millionths,
                    millionths,
                    0,
                    6,
                    {},
                    true,
                    "a growth within 5% a month, in steps of 0.1%"});
      continue;
    }
    to.push_back({what, *now, -furthest, furthest, 0, decimals,
                  [p](model::contract&, usage::plan& in, std::int64_t at) {
                    in.populations[p].monthly_growth = rational::decimal(at, decimals);
                  },
                  true, of.who->all[p].no_bands});
  }
}

void add_seasons(std::vector<figure>& to, const advice& of, const usage::plan& plan) {
  for (std::size_t p = 0; p < plan.populations.size() && p < of.who->all.size(); ++p)
    if (plan.populations[p].season_at.somewhere() && !is_nobody(of.who->all[p]))
      to.push_back(
          {fmt::format("season of '{}', times what it adds", plan.populations[p].name.value), 10, 0, 30, 0, 1,
           [p](model::contract&, usage::plan& in, std::int64_t at) {
             for (auto& factor : in.populations[p].season)
               factor = base::larger(rational(), rational(1) + (factor - rational(1)) * rational(at, 10));
           },
           true, of.who->all[p].no_bands});
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
    result.push_back(turning(in, each)());
  return result;
}

} // namespace proviso::savings
