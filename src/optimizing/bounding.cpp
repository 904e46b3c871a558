#include "optimizing/bounding.hpp"

#include "optimizing/costing.hpp"
#include "optimizing/raising.hpp"
#include "optimizing/standing.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace proviso::optimizing {
namespace {

// What a part is worth under the multipliers; all sums in money ÷ (scale × denominator).
class valuation {
public:
  valuation(const problem& of, const layout& by, const part& within,
            const std::vector<std::int64_t>& multipliers, std::int64_t scale)
      : of_(of), by_(by), within_(within), standing_(standing_of(of, by, within)), multipliers_(multipliers),
        scale_(scale) {
    spread_over_months();
    const auto dearest = by_month_.empty() ? 0 : *std::ranges::max_element(by_month_);
    fits_ = static_cast<wide>(dearest) * by.most_use < std::numeric_limits<std::int64_t>::max();
  }

  money least() {
    const auto segments = value_of_segments();
    if (!segments)
      return no_purchase;
    auto sum = *segments;
    for (std::uint32_t i = 0; i < by_.rows.size(); ++i)
      sum += by_.rows[i].binds ? multipliers_[i] * standing_.constants[i] : 0;
    for (std::uint32_t i = 0; i < of_.periods.size(); ++i)
      sum += static_cast<wide>(least_counted(i)) * of_.periods[i].least * of_.denominator;
    for (std::uint32_t i = 0; i < by_.decisions.size(); ++i) {
      const auto part = value_of_decision(i);
      if (!part)
        return no_purchase;
      sum += *part * of_.denominator;
    }
    const auto unit = static_cast<wide>(scale_) * of_.denominator;
    const auto whole = sum / unit + (sum % unit > 0 ? 1 : 0);
    return raised(of_, by_, within_, std::max<wide>(whole, 0));
  }

private:
  void spread_over_months() {
    by_month_.resize(of_.offers.size() * of_.months);
    per_user_.resize(of_.offers.size());
    for (std::uint32_t i = 0; i < by_.rows.size(); ++i) {
      const auto& at = by_.rows[i];
      if (at.kind == row_kind::window) {
        const auto& months = of_.offers[at.offer].windows[at.part].months;
        for (auto month = months.first; month < months.first + months.count; ++month)
          by_month_[std::size_t{at.offer} * of_.months + month] = multipliers_[i];
      } else if (at.binds) {
        per_user_[at.offer] += static_cast<wide>(multipliers_[i]) * of_.denominator;
      }
    }
  }

  // By far the most time goes here, so sums are held in 64 bits where none can leave them.
  template <typename number>
  wide priced(const std::int64_t* prices, const count* profile) const {
    number sum = 0;
    for (std::uint32_t month = 0; month < of_.months; ++month)
      sum += static_cast<number>(prices[month]) * profile[month];
    return sum;
  }

  // What one user costs who takes the choice.
  wide value_of_choice(const segment& each, const choice& taken) {
    if (taken.load == no_load)
      return per_user_[taken.offer];
    const auto* prices = by_month_.data() + std::size_t{taken.offer} * of_.months;
    const auto* profile = of_.profiles.data() + std::size_t{each.profile} * of_.months;
    const auto sum = fits_ ? priced<std::int64_t>(prices, profile) : priced<wide>(prices, profile);
    return sum * each.scale + per_user_[taken.offer];
  }

  std::optional<wide> value_of_segments() {
    wide sum = 0;
    auto limit = within_.choices.begin();
    for (std::uint32_t i = 0; i < of_.segments.size(); ++i) {
      const auto begin = limit;
      while (limit != within_.choices.end() && limit->segment == i)
        ++limit;
      const auto part = value_of_segment(i, {begin, limit});
      if (!part)
        return std::nullopt;
      sum += *part;
    }
    return sum;
  }

  // The least, then as many users as may go to the cheapest choice, the next, …
  std::optional<wide> value_of_segment(std::uint32_t at, std::span<const limited_choice> limits) {
    const auto& each = of_.segments[at];
    const auto& choices_of = of_.menus[each.menu];
    if (limits.empty()) {
      std::optional<wide> best;
      for (const auto& taken : choices_of) {
        const auto value = value_of_choice(each, taken);
        best = !best || value < *best ? value : *best;
      }
      return best ? std::optional(*best * each.users) : each.users == 0 ? std::optional(wide{0}) : std::nullopt;
    }
    std::vector<std::pair<wide, interval>> choices;
    for (std::uint32_t i = 0; i < choices_of.size(); ++i)
      choices.emplace_back(value_of_choice(each, choices_of[i]), interval{0, each.users});
    for (const auto& limit : limits)
      choices[limit.choice].second = limit.users;
    wide sum = 0;
    auto left = each.users;
    for (const auto& [value, users] : choices) {
      sum += value * users.low;
      left -= users.low;
    }
    std::ranges::sort(choices, {}, [](const auto& one) { return one.first; });
    for (const auto& [value, users] : choices) {
      const auto taken = std::clamp<count>(left, 0, users.high - users.low);
      sum += value * taken;
      left -= taken;
    }
    return left == 0 ? std::optional(sum) : std::nullopt;
  }

  // What one unit of the decision saves, in money ÷ scale, never less than it does.
  wide saved_by(std::uint32_t decision) const {
    const auto& bought = by_.decisions[decision];
    wide sum = 0;
    for (const auto& covered : by_.covered[decision]) {
      const auto& at = by_.rows[covered.row];
      const auto value = static_cast<wide>(multipliers_[covered.row]) * covered.amount;
      sum += value;
      if (at.kind == row_kind::window && bought.what != splitting::overage) {
        const auto& judged = of_.offers[at.offer].windows[at.part];
        if (judged.share != 0 && !standing_.entitled[covered.row])
          sum += (value * judged.share + judged.shares - 1) / judged.shares;
      }
    }
    return sum;
  }

  // The part of a period's least charge that is counted in place of its charges, of `scale`.
  std::int64_t least_counted(std::size_t period) const { return multipliers_[by_.rows.size() + period]; }

  // What one money of each charge of a decision counts, in money ÷ scale.
  wide counted(std::uint32_t decision) const {
    wide sum = 0;
    for (std::size_t i = 0; i < by_.charged[decision].size(); ++i)
      sum +=
          static_cast<wide>(by_.charged[decision][i]) * (scale_ - (of_.periods.empty() ? 0 : least_counted(i)));
    return sum;
  }

  std::optional<wide> value_of_decision(std::uint32_t at) const {
    const auto& bought = by_.decisions[at];
    const auto& range = within_.decisions[at];
    const auto& from = of_.offers[bought.offer];
    const auto saved = saved_by(at);
    if (bought.what == splitting::quantity)
      return value_of_quantity(from.stretches[bought.part], range, saved, counted(at));
    const auto weight = counted(at);
    const auto worth = [&](count number) {
      const auto price = bought.what == splitting::pack
                             ? from.packs[bought.part].cost * number
                             : least_rounded(from.windows[bought.part], range, number);
      return price * weight - saved * number;
    };
    return range.low > range.high ? std::nullopt : std::optional(std::min(worth(range.low), worth(range.high)));
  }

  // How much half up to `minor` can take from a sum of prices that are multiples of `step`.
  money lost_by_rounding(money step) const {
    const auto common = std::gcd(step, of_.minor);
    return (of_.minor - 1) / 2 / common * common;
  }

  money least_rounded(const window& judged, const interval& range, count blocks) const {
    const auto price = judged.beyond ? judged.beyond->price : 0;
    return range.low == range.high ? rounded_to(of_.minor, price * blocks)
                                   : std::max<money>(0, price * blocks - lost_by_rounding(price));
  }

  std::optional<wide> value_of_quantity(const stretch& bought, const interval& wanted, wide saved,
                                        wide weight) const {
    const auto range = for_sale(bought, wanted);
    if (!range)
      return std::nullopt;
    money step = 0;
    for (const auto& each : bought.tiers)
      step = std::gcd(step, each.price);
    const auto lost = range->low == range->high ? 0 : lost_by_rounding(step);
    std::optional<wide> best;
    const auto consider = [&](count from, count to) {
      if (const auto ends = for_sale(bought, {std::max(from, wanted.low), std::min(to, wanted.high)})) {
        for (const auto quantity : {ends->low, ends->high}) {
          const auto value = (one_charge(bought, *range, quantity) - lost) * weight - saved * quantity;
          best = !best || value < *best ? value : *best;
        }
      }
    };
    consider(0, 0);
    for (std::size_t i = 0; i < std::max<std::size_t>(1, bought.tiers.size()); ++i) {
      const auto over = bought.tiers.empty() ? 0 : bought.tiers[i].over;
      consider(over + 1, i + 1 < bought.tiers.size() ? bought.tiers[i + 1].over : unlimited);
    }
    return best;
  }

  money one_charge(const stretch& bought, const interval& range, count quantity) const {
    return range.low == range.high ? charge_of(of_, bought, quantity) : price_of(bought, quantity);
  }

  const problem& of_;
  const layout& by_;
  const part& within_;
  const standing standing_;
  const std::vector<std::int64_t>& multipliers_;
  const std::int64_t scale_;
  std::vector<std::int64_t> by_month_; // by offer and month
  bool fits_ = false;
  std::vector<wide> per_user_; // by offer
};

} // namespace

money beyond_any(const problem& of, const layout& by) {
  money sum = of.least_cost + 1;
  for (const auto& each : of.periods)
    sum += each.least;
  for (const auto& each : by.decisions) {
    const auto& from = of.offers[each.offer];
    if (each.what == splitting::quantity) {
      const auto& tiers = from.stretches[each.part].tiers;
      const auto dearest = std::ranges::max_element(tiers, {}, &tier::price);
      const auto price = dearest == tiers.end() ? 0 : dearest->price;
      sum += (each.most * price + of.minor) * from.stretches[each.part].charges;
    } else if (each.what == splitting::pack) {
      sum += from.packs[each.part].cost;
    } else {
      const auto& beyond = from.windows[each.part].beyond;
      sum += each.most * (beyond ? beyond->price : 0) + of.minor;
    }
  }
  return sum;
}

money bound(const problem& of, const layout& by, const part& within,
            const std::vector<std::int64_t>& multipliers, std::int64_t scale) {
  return valuation(of, by, within, multipliers, scale).least();
}

} // namespace proviso::optimizing
