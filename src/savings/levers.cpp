#include "savings/levers.hpp"

#include "metering/pricing.hpp"
#include "savings/resolve.hpp"
#include "savings/tariff.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace proviso::savings {
namespace {

using model::contract;
using model::sku;

constexpr std::size_t most_packs = 12; // months that get a pack of their own

bool is_pool(const sku& of) {
  return of.sold.value == model::sale::logins;
}

// Calls `visit(terms, SKU)` for each step of each pool, quotes too; whether it changed anything.
template <typename Visit>
bool each_pool(contract& in, Visit visit) {
  bool changed = false;
  for (auto* list : {&in.skus, &in.quotes})
    for (auto& one : *list)
      for (auto& step : one.steps)
        if (is_pool(one))
          changed |= visit(step.terms, one, &step == one.steps.data());
  return changed;
}

// ---- the levers, each a change of the contract; false where the contract has it already, unknown where its
// prices cannot say it

// Of the quantity alone; all there is of a quote, which has none yet.
std::int64_t entitled_in_window(const model::sku_terms& terms, const contract& in) {
  if (!terms.quantity)
    return std::numeric_limits<std::int64_t>::max();
  const auto window = terms.overage ? terms.overage->value.window : model::measure::monthly;
  const auto length = window == model::measure::term ? in.months.size() : model::months_of(window);
  std::int64_t result = 0;
  return __builtin_mul_overflow(terms.quantity->value, length, &result)
             ? std::numeric_limits<std::int64_t>::max()
             : result;
}

known<bool> more_grace(contract& in) {
  const rational tenth(1, 10);
  return each_pool(in, [&](model::sku_terms& terms, const sku& of, bool first) {
    const auto* share = terms.grace ? std::get_if<rational>(&terms.grace->value.tolerated) : nullptr;
    const auto* number = terms.grace ? std::get_if<std::int64_t>(&terms.grace->value.tolerated) : nullptr;
    const bool less =
        (first && !terms.grace) || (share != nullptr && *share < tenth) ||
        (number != nullptr && rational(*number) < tenth * rational(entitled_in_window(terms, in)));
    if (less)
      terms.grace = base::stated<model::grace>{{tenth}, of.at};
    return less;
  });
}

known<bool> longer_windows(contract& in, model::measure window) {
  return each_pool(in, [&](model::sku_terms& terms, const sku&, bool) {
    const bool shorter = terms.overage && !terms.overage->value.blocked && terms.overage->value.window < window;
    if (shorter)
      terms.overage->value.window = window;
    return shorter;
  });
}

known<bool> quarterly(contract& in) {
  return longer_windows(in, model::measure::quarterly);
}

known<bool> yearly(contract& in) {
  return longer_windows(in, model::measure::yearly);
}

known<bool> cheaper_logins(contract& in) {
  return each_pool(in, [&](model::sku_terms& terms, const sku&, bool) {
    if (terms.price)
      scale(terms.price->value, rational(9, 10));
    return terms.price.has_value();
  });
}

// Of each unit by itself, which neither a volume price nor one of blocks has.
std::optional<std::vector<model::price_slice>> slices_of(const model::price& price) {
  if (const auto* flat = std::get_if<model::flat_price>(&price.how))
    return std::vector<model::price_slice>{{std::nullopt, flat->amount}};
  const auto* sliced = std::get_if<model::sliced_price>(&price.how);
  return sliced != nullptr && !sliced->volume ? std::optional(sliced->slices) : std::nullopt;
}

// Units beyond so many at 10% less.
std::vector<model::price_slice> cheaper_beyond(std::int64_t units,
                                               const std::vector<model::price_slice>& slices) {
  std::vector<model::price_slice> result;
  for (const auto& slice : slices) {
    const auto before = slice.size ? std::min(*slice.size, units) : units;
    const auto rest = slice.size ? std::optional(*slice.size - before) : std::nullopt;
    if (before > 0)
      result.push_back({before, slice.amount});
    if (!rest || *rest > 0)
      result.push_back({rest, slice.amount * rational(9, 10)});
    units -= before;
  }
  return result;
}

// Beyond half of what is bought.
known<bool> volume_tiers(contract& in) {
  std::string without;
  const bool changed = each_pool(in, [&](model::sku_terms& terms, const sku& of, bool) {
    if (!terms.price || !terms.quantity || terms.quantity->value < 2)
      return false;
    const auto slices = slices_of(terms.price->value);
    if (!slices)
      without = of.name;
    else
      terms.price->value.how = model::sliced_price{false, cheaper_beyond(terms.quantity->value / 2, *slices)};
    return slices.has_value();
  });
  if (!without.empty())
    return base::unknown{fmt::format("a flat or graduated price of '{}'", without)};
  return changed;
}

// A quantity of its own for each contract year.
known<bool> yearly_quantities(contract& in) {
  if (in.months.size() <= 12)
    return false;
  for (auto& one : in.skus)
    for (int month = 13; month <= in.months.size(); month += 12) {
      const auto day = in.months[month].days.first;
      const auto later =
          std::ranges::find_if(one.steps, [&](const model::step& s) { return s.from && *s.from > day; });
      one.steps.insert(later, model::step{day, {}, one.at});
    }
  return true;
}

struct named {
  std::string_view name;
  known<bool> (*change)(contract&);
};

constexpr named all[] = {{"grace of 10%", more_grace},
                         {"quarterly true-up", quarterly},
                         {"yearly true-up", yearly},
                         {"10% off the login price", cheaper_logins},
                         {"10% less for logins beyond half of those bought", volume_tiers},
                         {"a quantity of its own for each contract year, up or down", yearly_quantities}};

// ---- packs

struct excess {
  std::size_t sku = 0;
  int month = 0;
  std::int64_t logins = 0;
  std::int64_t bought = 0;
};

std::vector<excess> peaks(const advice& of) {
  std::vector<excess> result;
  for (std::size_t i = 0; i < of.in->written().skus.size(); ++i)
    for (const auto& month : of.best.exact->figures.skus[i].months)
      if (month.logins && *month.logins > month.quantity + month.packs)
        result.push_back({i, month.month, *month.logins - month.quantity - month.packs, month.quantity});
  std::ranges::stable_sort(result, std::greater{}, &excess::logins);
  result.resize(std::min(result.size(), most_packs));
  return result;
}

// What one of those bought costs on the average, as the list has it.
std::optional<rational> login_price(const model::sku_terms& terms, std::int64_t bought) {
  const auto quantity = std::max<std::int64_t>(bought, 1);
  const auto amount =
      terms.price ? metering::monthly_price(terms.price->value, quantity, rational()) : std::nullopt;
  return amount ? std::optional(*amount / rational(quantity)) : std::nullopt;
}

// Of each peak beyond what is recommended, at the price of a login.
known<bool> season_packs(const advice& of, contract& in) {
  const auto found = peaks(of);
  for (const auto& peak : found) {
    auto& to = in.skus[peak.sku];
    const auto day = in.months[peak.month].days.first;
    const auto price = login_price(to.on(day), peak.bought);
    if (!price)
      return base::unknown{fmt::format("a price of '{}' for {} logins", to.name, base::grouped(peak.bought))};
    const auto amount = (*price * rational(peak.logins)).rounded(in.decimals, base::rounding::half_up);
    to.packs.push_back({peak.logins, day, amount, to.at});
  }
  return !found.empty();
}

// ---- without another search

std::optional<rational> cost_named(const advice& of, std::string_view name) {
  for (const auto& each : of.alternatives)
    if (each.name == name && each.cost)
      return *each.cost;
  return std::nullopt;
}

lever mix(const advice& of) {
  const auto logins = cost_named(of, "all logins");
  const auto members = cost_named(of, "all members");
  const std::string name = "logins and members side by side, with a right to swap";
  if (!logins && !members)
    return {name, base::unknown{"quotes for all logins or all members"}};
  const auto least = !members || (logins && *logins < *members) ? *logins : *members;
  return {name, base::larger(rational(), least - of.best.cost())};
}

lever uplift(const advice& of) {
  const rational wanted(3, 100);
  lever result{"uplift of at most 3%, for each year after renewal", rational()};
  rational sum;
  for (const auto& sku : of.best.exact->figures.skus) {
    const auto& last = sku.months.back();
    if (last.commitment.is_zero())
      continue;
    if (!sku.sku->uplift)
      return {result.name, base::unknown{fmt::format(
                               "what '{}' may cost after renewal: state 'uplift at most …%'", sku.sku->name)}};
    sum += last.commitment * rational(12) * base::larger(rational(), sku.sku->uplift->value - wanted);
  }
  result.worth = sum;
  return result;
}

// A lever never costs anything: the contract as it is remains as good.
std::optional<range> gain(const found& from, const found& to) {
  auto result = fall(from, to);
  if (!result)
    return result;
  result->least = base::larger(rational(), result->least.value_or(rational()));
  if (result->most)
    result->most = base::larger(rational(), *result->most);
  return result;
}

} // namespace

std::vector<lever> levers_of(const advice& of, const usage::plan& plan, effort limits) {
  std::vector<lever> result;
  const auto value = [&](std::string_view name, const known<bool>& changes, const contract& changed) {
    if (!changes)
      result.push_back({std::string(name), changes.why()});
    if (!changes || !*changes)
      return;
    const auto found = resolve(changed, plan, of.who->today, limits);
    if (found)
      result.push_back({std::string(name), base::larger(rational(), of.best.cost() - found->cost()),
                        gain(of.best, found->best)});
    else
      result.push_back({std::string(name), found.why()});
  };
  for (const auto& each : all) {
    auto changed = of.in->written();
    const auto changes = each.change(changed);
    value(each.name, changes, changed);
  }
  auto changed = of.in->written();
  const auto packs = season_packs(of, changed);
  value("temporary packs at the login price", packs, changed);
  result.push_back(mix(of));
  result.push_back(uplift(of));
  std::ranges::stable_sort(
      result, [](const lever& a, const lever& b) { return a.worth && (!b.worth || *b.worth < *a.worth); });
  return result;
}

} // namespace proviso::savings
