#include "savings/curve.hpp"

#include <algorithm>

namespace proviso::savings {
namespace {

constexpr int points_each_side = 3;
constexpr std::int64_t parts = 10; // of the quantity, where it is not sold in larger blocks

rational charged(const advice& of, std::size_t offer, const stretch& in) {
  rational sum;
  for (const auto& charge : of.best.exact->figures.charges)
    if (charge.sku != nullptr && charge.sku->name == of.in->offers()[offer].sku->name &&
        charge.month >= in.first_month && charge.month <= in.last_month)
      sum += charge.amount;
  return sum;
}

std::int64_t step_of(const advice& of, const curve& in, std::int64_t quantity) {
  const auto& offer = of.in->offers()[in.offer];
  const auto first = of.in->everything().months[offer.stretches[in.stretch].first_month].days.first;
  const auto terms = offer.sku->on(first);
  const auto block = terms.block ? std::max<std::int64_t>(terms.block->value, 1) : 1;
  return std::max<std::int64_t>(1, quantity / parts / block) * block;
}

} // namespace

curve curve_of(const advice& of) {
  curve result;
  rational most;
  for (std::size_t i = 0; i < of.in->offers().size(); ++i)
    for (std::size_t s = 0; s < of.in->offers()[i].stretches.size(); ++s)
      if (const auto cost = charged(of, i, of.in->offers()[i].stretches[s]); cost > most) {
        most = cost;
        result.offer = i;
        result.stretch = s;
      }
  if (most.is_zero())
    return result;
  auto bought = of.best.bought;
  auto& quantity = bought.quantities[result.offer][result.stretch];
  const auto middle = quantity;
  const auto step = step_of(of, result, middle);
  for (int k = -points_each_side; k <= points_each_side; ++k) {
    quantity = middle + k * step;
    if (quantity < 0)
      continue;
    const auto exact = cost_of(*of.in, *of.who, bought);
    result.points.push_back(
        {quantity, exact ? known<rational>((*exact)->cost()) : known<rational>(exact.why())});
  }
  return result;
}

} // namespace proviso::savings
