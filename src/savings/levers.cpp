#include "savings/levers.hpp"

#include "savings/resolve.hpp"

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

// ---- the levers, each a change of the contract; false where the contract has it already

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

bool more_grace(contract& in) {
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

bool longer_windows(contract& in, model::measure window) {
  return each_pool(in, [&](model::sku_terms& terms, const sku&, bool) {
    const bool shorter = terms.overage && !terms.overage->value.blocked && terms.overage->value.window < window;
    if (shorter)
      terms.overage->value.window = window;
    return shorter;
  });
}

bool quarterly(contract& in) {
  return longer_windows(in, model::measure::quarterly);
}

bool yearly(contract& in) {
  return longer_windows(in, model::measure::yearly);
}

void scale(model::price& price, const rational& by) {
  if (auto* flat = std::get_if<model::flat_price>(&price.how))
    flat->amount *= by;
  else if (auto* block = std::get_if<model::block_price>(&price.how))
    block->amount *= by;
  else
    for (auto& slice : std::get<model::sliced_price>(price.how).slices)
      slice.amount *= by;
}

bool cheaper_logins(contract& in) {
  return each_pool(in, [&](model::sku_terms& terms, const sku&, bool) {
    if (terms.price)
      scale(terms.price->value, rational(9, 10));
    return terms.price.has_value();
  });
}

// Units beyond half of what is bought at 10% less.
bool volume_tiers(contract& in) {
  return each_pool(in, [&](model::sku_terms& terms, const sku&, bool) {
    const auto* flat = terms.price ? std::get_if<model::flat_price>(&terms.price->value.how) : nullptr;
    if (flat == nullptr || !terms.quantity || terms.quantity->value < 2)
      return false;
    const auto amount = flat->amount;
    terms.price->value.how = model::sliced_price{
        false, {{terms.quantity->value / 2, amount}, {std::nullopt, amount * rational(9, 10)}}};
    return true;
  });
}

// A quantity of its own for each contract year.
bool yearly_quantities(contract& in) {
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
  bool (*change)(contract&);
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
};

std::vector<excess> peaks(const advice& of) {
  std::vector<excess> result;
  for (std::size_t i = 0; i < of.in->written().skus.size(); ++i)
    for (const auto& month : of.best.exact->figures.skus[i].months)
      if (month.logins && *month.logins > month.quantity + month.packs)
        result.push_back({i, month.month, *month.logins - month.quantity - month.packs});
  std::ranges::stable_sort(result, std::greater{}, &excess::logins);
  result.resize(std::min(result.size(), most_packs));
  return result;
}

// Of each peak beyond what is recommended, at the price of a login.
bool season_packs(const advice& of, contract& in) {
  const auto found = peaks(of);
  for (const auto& peak : found) {
    auto& to = in.skus[peak.sku];
    const auto day = in.months[peak.month].days.first;
    const auto terms = to.on(day);
    const auto* flat = terms.price ? std::get_if<model::flat_price>(&terms.price->value.how) : nullptr;
    if (flat == nullptr)
      return false;
    const auto amount = (flat->amount * rational(peak.logins)).rounded(in.decimals, base::rounding::half_up);
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

} // namespace

std::vector<lever> levers_of(const advice& of, const usage::plan& plan, effort limits) {
  std::vector<lever> result;
  const auto value = [&](std::string_view name, const contract& changed) {
    const auto found = resolve(changed, plan, of.who->today, limits);
    result.push_back(
        {std::string(name), found ? known<rational>(base::larger(rational(), of.best.cost() - found->cost()))
                                  : known<rational>(found.why())});
  };
  for (const auto& each : all)
    if (auto changed = of.in->written(); each.change(changed))
      value(each.name, changed);
  if (auto changed = of.in->written(); season_packs(of, changed))
    value("temporary packs at the login price", changed);
  result.push_back(mix(of));
  result.push_back(uplift(of));
  std::ranges::stable_sort(
      result, [](const lever& a, const lever& b) { return a.worth && (!b.worth || *b.worth < *a.worth); });
  return result;
}

} // namespace proviso::savings
