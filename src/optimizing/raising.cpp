#include "optimizing/raising.hpp"

#include "optimizing/costing.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::optimizing {
namespace {

// All sums that are met differ from `sum` by multiples of `step`.
class congruence {
public:
  congruence(const problem& of, const part& within) : of_(of), within_(within) {}

  void meet(const layout& by) {
    for (std::uint32_t i = 0; i < by.decisions.size(); ++i)
      switch (by.decisions[i].what) {
      case splitting::quantity: meet_quantity(by.decisions[i], within_.decisions[i]); break;
      case splitting::pack: meet_pack(by.decisions[i], within_.decisions[i]); break;
      case splitting::overage: meet_overage(by.decisions[i], within_.decisions[i]); break;
      case splitting::users: break;
      }
  }

  // The next sum from `least` on; empty where there is none.
  [[nodiscard]] std::optional<wide> next(wide least) const {
    if (step_ != 0)
      return least + ((sum_ - least) % step_ + step_) % step_;
    return least <= sum_ ? std::optional<wide>(sum_) : std::nullopt;
  }

private:
  void meet_pack(const decision& bought, const interval& wanted) {
    const auto price = of_.offers[bought.offer].packs[bought.part].cost;
    if (wanted.low == wanted.high)
      sum_ += price * wanted.low;
    else
      step_ = std::gcd(step_, price);
  }

  void meet_overage(const decision& bought, const interval& wanted) {
    const auto& beyond = of_.offers[bought.offer].windows[bought.part].beyond;
    const auto price = beyond ? beyond->price : 0;
    if (wanted.low == wanted.high)
      sum_ += rounded_to(of_.minor, price * wanted.low);
    else
      step_ = std::gcd(step_, whole_or_minor(price));
  }

  void meet_quantity(const decision& bought, const interval& wanted) {
    const auto& offered = of_.offers[bought.offer].stretches[bought.part];
    const auto range = for_sale(offered, wanted);
    if (range && range->low == range->high) {
      sum_ += stretch_cost(of_, offered, range->low);
      return;
    }
    if (offered.minimum == offered.limit) {
      step_ = std::gcd(step_, stretch_cost(of_, offered, offered.limit));
      return;
    }
    const auto by_block = offered.kind == tiering::volume || offered.tiers.size() == 1;
    for (const auto& each : offered.tiers)
      step_ = std::gcd(step_, offered.charges * whole_or_minor(each.price * (by_block ? offered.block : 1)));
  }

  // What charges of a price are multiples of once they are rounded.
  [[nodiscard]] money whole_or_minor(money price) const { return price % of_.minor == 0 ? price : of_.minor; }

  const problem& of_;
  const part& within_;
  money sum_ = 0;
  money step_ = 0;
};

} // namespace

money raised(const problem& of, const layout& by, const part& within, wide least) {
  congruence sums(of, within);
  sums.meet(by);
  const auto next = sums.next(least).value_or(no_purchase);
  return static_cast<money>(std::min<wide>(std::max<wide>(next, of.least_cost), no_purchase));
}

} // namespace proviso::optimizing
