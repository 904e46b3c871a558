#include "savings/market.hpp"

#include "model/ended.hpp"
#include "model/join.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace proviso::savings {
namespace {

using model::contract;
using model::sku;

// Empty where it is not sold: no quantity is stated, or nothing of what has no price.
std::optional<std::int64_t> quantity_in(const sku& of, const model::month& month) {
  const auto terms = of.on(month.days.first);
  if (!terms.quantity || (terms.quantity->value == 0 && (!terms.price || is_ended(of, terms))))
    return std::nullopt;
  return terms.quantity->value;
}

// Months that start with other terms than the one before.
std::set<int> ramps(const sku& of, const model::calendar& months) {
  std::set<int> result;
  for (const auto& step : of.steps)
    if (step.from)
      if (const auto month = months.first_from(*step.from))
        result.insert(*month);
  return result;
}

// Months in which it is not sold are in none.
std::vector<stretch> stretches_of(const sku& of, const model::calendar& months) {
  std::vector<stretch> result;
  const auto starts = ramps(of, months);
  for (const auto& month : months.months()) {
    const auto quantity = quantity_in(of, month);
    const bool goes_on =
        !result.empty() && result.back().last_month == month.number - 1 && !starts.contains(month.number);
    if (quantity && goes_on)
      result.back().last_month = month.number;
    else if (quantity)
      result.push_back({month.number, month.number, *quantity});
  }
  return result;
}

bool can_be_counted(const sku& of) {
  return of.sold.value != model::sale::other;
}

bool is_priced(const sku& of, const model::calendar& months) {
  return std::ranges::all_of(months.months(),
                             [&](const auto& m) { return of.on(m.days.first).price.has_value(); });
}

offer offer_of(const sku& of, bool quote, const model::calendar& months) {
  offer result{&of, quote, {}};
  if (!can_be_counted(of))
    return result;
  if (!quote)
    result.stretches = stretches_of(of, months);
  else if (is_priced(of, months))
    result.stretches = {{1, months.size(), 0}};
  return result;
}

bool is_for_all_the_term(const offer& of, const model::calendar& months) {
  int covered = 0;
  for (const auto& one : of.stretches)
    covered += one.months();
  return covered == months.size();
}

// A quote that has been bought is that SKU: more of it is more of the SKU.
void take_for_bought(std::vector<offer>& offers, const contract& in) {
  for (auto& quote : offers)
    for (const auto& own : offers)
      if (quote.quote && !own.quote && quote.bought == nullptr && is_for_all_the_term(own, in.months) &&
          model::sells_for(in, *own.sku, *quote.sku)) {
        quote.bought = own.sku;
        quote.stretches.clear();
      }
}

void set_quantity(sku& of, base::day from, bool from_start, std::int64_t quantity) {
  const auto after = [&](const model::step& s) { return s.from && (from_start || *s.from > from); };
  const auto place = std::ranges::find_if(of.steps, after);
  model::step step;
  if (!from_start)
    step.from = from;
  step.terms.quantity = base::stated<std::int64_t>{quantity, of.at};
  of.steps.insert(place, step);
}

void buy(sku& of, const std::vector<stretch>& stretches, const std::vector<std::int64_t>& quantities,
         const model::calendar& months) {
  for (auto& step : of.steps)
    step.terms.quantity.reset();
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const auto& one = stretches[i];
    set_quantity(of, months[one.first_month].days.first, one.first_month == 1, quantities[i]);
    const bool ends = i + 1 == stretches.size() ? one.last_month < months.size()
                                                : stretches[i + 1].first_month > one.last_month + 1;
    if (ends)
      set_quantity(of, months[one.last_month + 1].days.first, false, 0);
  }
}

} // namespace

market::market(const contract& written) : written_(&written), everything_(written) {
  for (auto quote : written.quotes) {
    quote.quote = false;
    everything_.skus.push_back(std::move(quote));
  }
  everything_.quotes.clear();
  for (std::size_t i = 0; i < everything_.skus.size(); ++i)
    offers_.push_back(offer_of(everything_.skus[i], i >= written.skus.size(), written.months));
  take_for_bought(offers_, everything_);
}

std::size_t market::index_of(const std::string& name) const {
  const auto found = std::ranges::find(everything_.skus, name, &sku::name);
  return static_cast<std::size_t>(found - everything_.skus.begin());
}

purchase market::as_written() const {
  purchase result;
  for (const auto& each : offers_) {
    auto& quantities = result.quantities.emplace_back();
    for (const auto& one : each.stretches)
      quantities.push_back(one.written);
    result.packs.emplace_back(each.sku->packs.size(), !each.quote);
  }
  return result;
}

contract market::buying(const purchase& bought) const {
  auto changed = everything_;
  for (std::size_t i = 0; i < offers_.size(); ++i) {
    auto& to = changed.skus[i];
    if (!offers_[i].stretches.empty())
      buy(to, offers_[i].stretches, bought.quantities[i], changed.months);
    else if (offers_[i].quote)
      buy(to, {}, {}, changed.months);
    std::vector<model::pack> taken;
    for (std::size_t p = 0; p < to.packs.size(); ++p)
      if (bought.packs[i][p])
        taken.push_back(to.packs[p]);
    to.packs = std::move(taken);
  }
  return changed;
}

} // namespace proviso::savings
