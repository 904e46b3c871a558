#include "optimizing/raising.hpp"

#include "optimizing/costing.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::optimizing {
namespace {

// What the charges of one period may sum to: any that differs from `sum` by a multiple of `step`, and is no
// less.
struct possible {
  money sum = 0;
  money step = 0;
};

class congruence {
public:
  congruence(const problem& of, const layout& by, const part& within)
      : of_(of), by_(by), within_(within), periods_(empty_bill(of).size()) {
    for (std::uint32_t i = 0; i < by.decisions.size(); ++i)
      switch (by.decisions[i].what) {
      case splitting::quantity: meet_quantity(i); break;
      case splitting::pack: meet_pack(i); break;
      case splitting::overage: meet_overage(i); break;
      case splitting::users: break;
      }
  }

  // The next sum from `least` on; empty where there is none.
  [[nodiscard]] std::optional<wide> next(wide least) const {
    wide sum = 0;
    money step = 0;
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      const auto floor = of_.periods.empty() ? 0 : of_.periods[i].least;
      const auto missing = std::max<money>(0, floor - periods_[i].sum);
      sum += periods_[i].sum + (periods_[i].step == 0 ? missing : 0);
      step = std::gcd(step, periods_[i].step == 0 ? 0 : std::gcd(periods_[i].step, missing));
    }
    if (step != 0)
      return least + ((sum - least) % step + step) % step;
    return least <= sum ? std::optional<wide>(sum) : std::nullopt;
  }

private:
  void settle(std::uint32_t decision, money charge) {
    for (std::size_t i = 0; i < periods_.size(); ++i)
      periods_[i].sum += charge * by_.charged[decision][i];
  }

  void leave_open(std::uint32_t decision, money charge) {
    for (std::size_t i = 0; i < periods_.size(); ++i)
      periods_[i].step = std::gcd(periods_[i].step, charge * by_.charged[decision][i]);
  }

  void meet_pack(std::uint32_t at) {
    const auto& wanted = within_.decisions[at];
    const auto price = of_.offers[by_.decisions[at].offer].packs[by_.decisions[at].part].cost;
    wanted.low == wanted.high ? settle(at, price * wanted.low) : leave_open(at, price);
  }

  void meet_overage(std::uint32_t at) {
    const auto& wanted = within_.decisions[at];
    const auto& beyond = of_.offers[by_.decisions[at].offer].windows[by_.decisions[at].part].beyond;
    const auto price = beyond ? beyond->price : 0;
    if (wanted.low == wanted.high)
      settle(at, rounded_to(of_.minor, price * wanted.low));
    else
      leave_open(at, whole_or_minor(price));
  }

  void meet_quantity(std::uint32_t at) {
    const auto& offered = of_.offers[by_.decisions[at].offer].stretches[by_.decisions[at].part];
    const auto range = for_sale(offered, within_.decisions[at]);
    if (range && range->low == range->high)
      return settle(at, charge_of(of_, offered, range->low));
    if (offered.minimum == offered.limit)
      return leave_open(at, charge_of(of_, offered, offered.limit));
    const auto by_block = offered.kind == tiering::volume || offered.tiers.size() == 1;
    for (const auto& each : offered.tiers)
      leave_open(at, whole_or_minor(each.price * (by_block ? offered.block : 1)));
  }

  // What charges of a price are multiples of once they are rounded.
  [[nodiscard]] money whole_or_minor(money price) const { return price % of_.minor == 0 ? price : of_.minor; }

  const problem& of_;
  const layout& by_;
  const part& within_;
  std::vector<possible> periods_; // of a bill
};

} // namespace

money raised(const problem& of, const layout& by, const part& within, wide least) {
  const auto next = congruence(of, by, within).next(least).value_or(no_purchase);
  return static_cast<money>(std::min<wide>(std::max<wide>(next, of.least_cost), no_purchase));
}

} // namespace proviso::optimizing
