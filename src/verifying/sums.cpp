#include "verifying/sums.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::verifying {
namespace {

using optimizing::money;
using optimizing::problem;

// What one period may be charged: what is settled, and multiples of the step.
struct charges {
  wide settled = 0;
  money step = 0;
};

class summing {
public:
  explicit summing(const problem& of) : of_(of), all_(std::max<std::size_t>(1, of.periods.size())) {}

  void add_stretch(const optimizing::stretch& offered, range wanted) {
    const auto sold = sold_in(offered, wanted);
    if (sold.low == sold.high)
      return add(offered, one_charge(of_, offered, sold.low), true);
    if (offered.minimum == offered.limit)
      return add(offered, one_charge(of_, offered, offered.limit), false);
    const auto by_block = offered.tiers.size() == 1 || offered.kind == optimizing::tiering::volume;
    for (const auto& each : offered.tiers)
      add(offered, step_of(by_block ? each.price * offered.block : each.price), false);
  }

  void add_pack(const optimizing::pack& offered, range taken) {
    auto& to = all_[period_of(of_, offered.month)];
    if (taken.low == taken.high)
      to.settled += static_cast<wide>(taken.low) * offered.cost;
    else
      to.step = std::gcd(to.step, offered.cost);
  }

  void add_window(const optimizing::window& judged, range blocks) {
    auto& to = all_[period_of(of_, judged.months.first + judged.months.count - 1)];
    const auto price = judged.beyond ? judged.beyond->price : 0;
    if (blocks.low == blocks.high)
      to.settled += half_up(of_, static_cast<wide>(blocks.low) * price);
    else
      to.step = std::gcd(to.step, step_of(price));
  }

  // A period that is charged less than its least is charged that.
  [[nodiscard]] charges paid() const {
    charges sum;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const auto least = of_.periods.empty() ? 0 : of_.periods[i].least;
      const auto lacks = all_[i].settled < least ? static_cast<money>(least - all_[i].settled) : 0;
      sum.settled += all_[i].settled + (all_[i].step == 0 ? lacks : 0);
      if (all_[i].step != 0)
        sum.step = std::gcd(sum.step, std::gcd(all_[i].step, lacks));
    }
    return sum;
  }

private:
  void add(const optimizing::stretch& offered, wide charge, bool settled) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const auto due = charge * (of_.periods.empty() ? offered.charges : offered.in_periods[i]);
      if (settled)
        all_[i].settled += due;
      else
        all_[i].step = std::gcd(all_[i].step, static_cast<money>(due));
    }
  }

  [[nodiscard]] money step_of(money price) const { return price % of_.minor == 0 ? price : of_.minor; }

  const problem& of_;
  std::vector<charges> all_; // by period
};

} // namespace

wide possible_sum(const problem& of, const scope& within, wide least) {
  summing all(of);
  for (std::size_t i = 0; i < of.offers.size(); ++i) {
    const auto& from = of.offers[i];
    for (std::size_t k = 0; k < from.stretches.size(); ++k)
      all.add_stretch(from.stretches[k], within.quantities[i][k]);
    for (std::size_t k = 0; k < from.packs.size(); ++k)
      all.add_pack(from.packs[k], within.packs[i][k]);
    for (std::size_t k = 0; k < from.windows.size(); ++k)
      all.add_window(from.windows[k], within.overage[i][k]);
  }
  const auto [sum, step] = all.paid();
  if (step == 0)
    return least <= sum ? std::max<wide>(sum, of.least_cost) : std::numeric_limits<money>::max();
  const auto off = (sum - least) % step;
  return std::max<wide>(least + (off < 0 ? off + step : off), of.least_cost);
}

} // namespace proviso::verifying
