#include "verifying/least_of_offers.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::verifying {
namespace {

using optimizing::count;
using optimizing::money;
using optimizing::problem;

class pricing {
public:
  pricing(const problem& of, const scope& within, const std::vector<offer_prices>& prices,
          const std::vector<wide>& parts)
      : of_(of), within_(within), prices_(prices), parts_(parts) {}

  [[nodiscard]] std::optional<wide> least() const {
    wide sum = 0;
    for (std::size_t i = 0; i < of_.offers.size(); ++i)
      if (!add(sum, offer_part(i)))
        return std::nullopt;
    return sum;
  }

private:
  // What a window is entitled to where all of it is settled.
  std::optional<count> settled(std::size_t offer, const optimizing::window& judged) const {
    const auto& from = of_.offers[offer];
    count sum = 0;
    for (std::uint32_t month = judged.months.first; month < judged.months.first + judged.months.count;
         ++month) {
      for (std::size_t i = 0; i < from.stretches.size(); ++i) {
        if (contains(from.stretches[i].months, month)) {
          const auto& [low, high] = within_.quantities[offer][i];
          if (low != high)
            return std::nullopt;
          sum += low;
        }
      }
      for (std::size_t i = 0; i < from.packs.size(); ++i) {
        if (from.packs[i].month == month && from.packs[i].logins != 0) {
          const auto& [low, high] = within_.packs[offer][i];
          if (low != high)
            return std::nullopt;
          sum += low * from.packs[i].logins;
        }
      }
    }
    return sum;
  }

  // What `logins` more in a window save, their share of grace included; never less than they do.
  wide saved(std::size_t offer, std::size_t at, count logins) const {
    const auto& judged = of_.offers[offer].windows[at];
    const auto value = static_cast<wide>(prices_[offer].windows[at]) * logins;
    const auto shared = judged.share != 0 && !settled(offer, judged);
    return value + (shared ? (value * judged.share + judged.shares - 1) / judged.shares : 0);
  }

  std::optional<wide> offer_part(std::size_t at) const {
    const auto& from = of_.offers[at];
    wide sum = 0;
    for (std::size_t i = 0; i < from.stretches.size(); ++i)
      if (!add(sum, stretch_part(at, i)))
        return std::nullopt;
    for (std::size_t i = 0; i < from.packs.size(); ++i)
      if (!add(sum, pack_part(at, i)))
        return std::nullopt;
    for (std::size_t i = 0; i < from.windows.size(); ++i)
      if (!add(sum, overage_part(at, i)))
        return std::nullopt;
    return (sum - grace_part(at) + fixed_users_part(at)) * of_.denominator;
  }

  // What is below is in money × scale.
  static bool add(wide& to, const std::optional<wide>& part) {
    to += part.value_or(0);
    return part.has_value();
  }

  std::optional<wide> pack_part(std::size_t offer, std::size_t at) const {
    const auto& from = of_.offers[offer];
    const auto& [low, high] = within_.packs[offer][at];
    if (low > high)
      return std::nullopt;
    auto worth = from.packs[at].cost * parts_[period_of(of_, from.packs[at].month)];
    for (std::size_t k = 0; k < from.windows.size(); ++k)
      worth -=
          contains(from.windows[k].months, from.packs[at].month) ? saved(offer, k, from.packs[at].logins) : 0;
    return std::min(worth * low, worth * high);
  }

  // What is free in windows, the share of what is settled included.
  wide grace_part(std::size_t at) const {
    const auto& from = of_.offers[at];
    wide sum = 0;
    for (std::size_t i = 0; i < from.windows.size(); ++i) {
      const auto entitled = settled(at, from.windows[i]);
      const auto share =
          entitled ? static_cast<wide>(*entitled) * from.windows[i].share / from.windows[i].shares : 0;
      sum += prices_[at].windows[i] * (share + from.windows[i].grace);
    }
    return sum;
  }

  wide fixed_users_part(std::size_t at) const {
    const auto& from = of_.offers[at];
    if (from.users_per_unit == 0 || from.users.empty())
      return 0;
    wide sum = 0;
    for (std::size_t i = 0; i < from.stretches.size(); ++i) {
      const auto begin = from.users.begin() + from.stretches[i].months.first;
      sum += static_cast<wide>(prices_[at].stretches[i]) *
             *std::max_element(begin, begin + from.stretches[i].months.count);
    }
    std::optional<count> most;
    for (std::uint32_t month = 0; month < of_.months; ++month)
      most = is_covered(from, month) ? most : std::max(most.value_or(from.users[month]), from.users[month]);
    return sum + static_cast<wide>(prices_[at].uncovered) * most.value_or(0);
  }

  // The most that half up can take from multiples of the step.
  wide lost(money step) const {
    const auto common = std::gcd(step, of_.minor);
    return (of_.minor - 1) / 2 / common * common;
  }

  // What one money of each charge of a stretch counts.
  wide counted(const optimizing::stretch& offered) const {
    if (of_.periods.empty())
      return offered.charges * parts_[0];
    wide sum = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i)
      sum += offered.in_periods[i] * parts_[i];
    return sum;
  }

  // What one unit of a stretch serves in all rows.
  wide worth_of_unit(std::size_t offer, std::size_t at) const {
    const auto& offered = of_.offers[offer].stretches[at];
    wide worth = of_.offers[offer].users_per_unit == 0
                     ? 0
                     : static_cast<wide>(prices_[offer].stretches[at]) * of_.offers[offer].users_per_unit;
    const auto& windows = of_.offers[offer].windows;
    for (std::size_t i = 0; i < windows.size(); ++i) {
      count shared = 0;
      for (std::uint32_t month = 0; month < of_.months; ++month)
        shared += contains(windows[i].months, month) && contains(offered.months, month) ? 1 : 0;
      worth += shared == 0 ? 0 : saved(offer, i, shared);
    }
    return worth;
  }

  std::optional<wide> stretch_part(std::size_t offer, std::size_t at) const {
    const auto& offered = of_.offers[offer].stretches[at];
    const auto wanted = within_.quantities[offer][at];
    const auto sold = sold_in(offered, wanted);
    if (sold.low > sold.high)
      return std::nullopt;
    const auto worth = worth_of_unit(offer, at);
    const auto weight = counted(offered);
    if (sold.low == sold.high)
      return one_charge(of_, offered, sold.low) * weight - worth * sold.low;
    money step = 0;
    for (const auto& each : offered.tiers)
      step = std::gcd(step, each.price);
    std::optional<wide> best;
    const auto end = [&](count from, count to) {
      const auto ends = sold_in(offered, {std::max(from, wanted.low), std::min(to, wanted.high)});
      for (const auto quantity : {ends.low, ends.high}) {
        const auto value = (unrounded(offered, quantity) - lost(step)) * weight - worth * quantity;
        best = ends.low <= ends.high && (!best || value < *best) ? value : best;
      }
    };
    end(0, 0);
    for (std::size_t i = 0; i == 0 || i < offered.tiers.size(); ++i) {
      end((offered.tiers.empty() ? 0 : offered.tiers[i].over) + 1,
          i + 1 < offered.tiers.size() ? offered.tiers[i + 1].over : optimizing::unlimited);
    }
    return best;
  }

  std::optional<wide> overage_part(std::size_t offer, std::size_t at) const {
    const auto& judged = of_.offers[offer].windows[at];
    const auto low = within_.overage[offer][at].low;
    const auto high = within_.overage[offer][at].high;
    if (low > high)
      return std::nullopt;
    const auto price = judged.beyond ? judged.beyond->price : 0;
    const auto block = judged.beyond ? judged.beyond->block : 0;
    const auto weight = parts_[period_of(of_, judged.months.first + judged.months.count - 1)];
    const auto value = [&](count blocks) {
      const auto exact = static_cast<wide>(price) * blocks;
      const auto cost = low == high ? half_up(of_, exact) : std::max<wide>(0, exact - lost(price));
      return cost * weight - static_cast<wide>(prices_[offer].windows[at]) * block * blocks;
    };
    return std::min(value(low), value(high));
  }

  const problem& of_;
  const scope& within_;
  const std::vector<offer_prices>& prices_;
  const std::vector<wide>& parts_;
};

} // namespace

std::optional<wide> least_of_offers(const problem& of, const scope& within,
                                    const std::vector<offer_prices>& prices, const std::vector<wide>& parts) {
  return pricing(of, within, prices, parts).least();
}

} // namespace proviso::verifying
