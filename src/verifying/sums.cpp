#include "verifying/sums.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::verifying {
namespace {

using optimizing::money;
using optimizing::problem;

void add_quantity(const problem& of, const optimizing::stretch& offered, range wanted, wide& sum, money& step) {
  const auto sold = sold_in(offered, wanted);
  if (sold.low == sold.high) {
    sum += charged(of, offered, sold.low);
    return;
  }
  if (offered.minimum == offered.limit) {
    step = std::gcd(step, static_cast<money>(charged(of, offered, offered.limit)));
    return;
  }
  const auto by_block = offered.tiers.size() == 1 || offered.kind == optimizing::tiering::volume;
  for (const auto& each : offered.tiers) {
    const auto price = by_block ? each.price * offered.block : each.price;
    step = std::gcd(step, offered.charges * (price % of.minor == 0 ? price : of.minor));
  }
}

} // namespace

wide possible_sum(const problem& of, const scope& within, wide least) {
  wide sum = 0;
  money step = 0;
  const auto piece = [&](money price) { step = std::gcd(step, price % of.minor == 0 ? price : of.minor); };
  for (std::size_t i = 0; i < of.offers.size(); ++i) {
    const auto& from = of.offers[i];
    for (std::size_t k = 0; k < from.stretches.size(); ++k)
      add_quantity(of, from.stretches[k], within.quantities[i][k], sum, step);
    for (std::size_t k = 0; k < from.packs.size(); ++k) {
      const auto& [low, high] = within.packs[i][k];
      low == high ? sum += static_cast<wide>(low) * from.packs[k].cost
                  : step = std::gcd(step, from.packs[k].cost);
    }
    for (std::size_t k = 0; k < from.windows.size(); ++k) {
      const auto& [low, high] = within.overage[i][k];
      const auto price = from.windows[k].beyond ? from.windows[k].beyond->price : 0;
      low == high ? static_cast<void>(sum += half_up(of, static_cast<wide>(low) * price)) : piece(price);
    }
  }
  if (step == 0)
    return least <= sum ? std::max<wide>(sum, of.least_cost) : std::numeric_limits<money>::max();
  const auto off = (sum - least) % step;
  return std::max<wide>(least + (off < 0 ? off + step : off), of.least_cost);
}

} // namespace proviso::verifying
