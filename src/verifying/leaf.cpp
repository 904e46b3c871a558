#include "verifying/leaf.hpp"

#include "verifying/sums.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::verifying {
namespace {

using optimizing::count;
using optimizing::money;
using optimizing::problem;

// The multipliers of one offer's rows.
struct offer_prices {
  std::vector<std::int64_t> windows;
  std::vector<std::int64_t> stretches;
  std::int64_t uncovered = 0;
  std::vector<std::int64_t> by_month; // of the window that holds it, else 0
};

std::vector<offer_prices> by_offer(const problem& of, const priced_rows& rows) {
  std::vector<offer_prices> all;
  auto next = rows.multipliers.begin();
  for (const auto& from : of.offers) {
    offer_prices one;
    one.by_month.resize(of.months);
    for (const auto& each : from.windows) {
      for (std::uint32_t month = 0; month < of.months; ++month) {
        one.by_month[month] = contains(each.months, month) ? *next : one.by_month[month];
      }
      one.windows.push_back(*next++);
    }
    for (std::size_t i = 0; i < from.stretches.size(); ++i) {
      one.stretches.push_back(*next++);
    }
    one.uncovered = *next++;
    all.push_back(std::move(one));
  }
  return all;
}

bool is_covered(const optimizing::offer& from, std::uint32_t month) {
  return std::ranges::any_of(from.stretches, [&](const auto& each) { return contains(each.months, month); });
}

bool misses_months(const problem& of, const optimizing::offer& from) {
  for (std::uint32_t month = 0; month < of.months; ++month) {
    if (!is_covered(from, month)) {
      return true;
    }
  }
  return false;
}

// All sums below are money × scale × denominator.
class pricing {
public:
  pricing(const problem& of, const scope& within, const priced_rows& rows)
      : of_(of), within_(within), scale_(rows.scale), prices_(by_offer(of, rows)) {
    find_choices();
  }

  std::optional<wide> least() {
    wide sum = 0;
    for (std::size_t i = 0; i < of_.segments.size(); ++i) {
      const auto part = segment_part(i);
      if (!part) {
        return std::nullopt;
      }
      sum += *part;
    }
    for (std::size_t i = 0; i < of_.loads.size(); ++i) {
      sum += load_part(i);
    }
    for (std::size_t i = 0; i < of_.offers.size(); ++i) {
      const auto part = offer_part(i);
      if (!part) {
        return std::nullopt;
      }
      sum += *part;
    }
    const auto unit = scale_ * of_.denominator;
    return possible_sum(of_, within_, sum <= 0 ? 0 : (sum - 1) / unit + 1);
  }

private:
  struct choice_range {
    wide price = 0;
    range taken;
  };

  void find_choices() {
    limits_.resize(of_.segments.size());
    for (const auto& each : within_.choices) {
      limits_[each.segment].push_back(each);
    }
    for (std::size_t i = 0; i < of_.offers.size(); ++i) {
      wide sum = 0;
      if (of_.offers[i].users_per_unit != 0) {
        sum = std::accumulate(prices_[i].stretches.begin(), prices_[i].stretches.end(), wide{0});
        sum += misses_months(of_, of_.offers[i]) ? prices_[i].uncovered : 0;
      }
      per_user_.push_back(sum * of_.denominator);
    }
  }

  range users_of(std::size_t segment, std::uint32_t choice) const {
    range all{0, of_.segments[segment].users};
    for (const auto& each : limits_[segment]) {
      all = each.choice == choice ? each.taken : all;
    }
    return of_.menus[of_.segments[segment].menu].size() == 1 ? range{all.high, all.high} : all;
  }

  wide price_of_choice(const optimizing::segment& each, const optimizing::choice& taken) const {
    wide sum = 0;
    for (std::uint32_t month = 0; taken.load != optimizing::no_load && month < of_.months; ++month) {
      sum += static_cast<wide>(prices_[taken.offer].by_month[month]) *
             of_.profiles[std::size_t{each.profile} * of_.months + month];
    }
    return sum * each.scale + per_user_[taken.offer];
  }

  std::optional<wide> segment_part(std::size_t at) const {
    const auto& each = of_.segments[at];
    const auto& menu = of_.menus[each.menu];
    std::vector<choice_range> choices;
    wide sum = 0;
    auto left = each.users;
    for (std::uint32_t i = 0; i < menu.size(); ++i) {
      auto taken = users_of(at, i);
      if (menu.size() == 1 && taken.high < each.users) {
        return std::nullopt;
      }
      choices.push_back({price_of_choice(each, menu[i]), taken});
      sum += choices.back().price * taken.low;
      left -= taken.low;
    }
    std::ranges::sort(choices, {}, &choice_range::price);
    for (const auto& [price, taken] : choices) {
      const auto more = std::clamp<count>(left, 0, taken.high - taken.low);
      sum += price * more;
      left -= more;
    }
    return left == 0 ? std::optional(sum) : std::nullopt;
  }

  // Users of one segment in one choice that brings logins to the load.
  struct bringing {
    range users;
    const optimizing::segment* by = nullptr;
  };

  const std::vector<bringing>& brought_to(std::size_t load) {
    if (brought_.empty()) {
      brought_.resize(of_.loads.size());
      for (std::size_t i = 0; i < of_.segments.size(); ++i) {
        const auto& menu = of_.menus[of_.segments[i].menu];
        for (std::uint32_t k = 0; k < menu.size(); ++k) {
          if (menu[k].load != optimizing::no_load && of_.segments[i].users > 0) {
            brought_[menu[k].load].push_back({users_of(i, k), &of_.segments[i]});
          }
        }
      }
    }
    return brought_[load];
  }

  // What a load has in a month beside what users bring: at the least, and exactly where all users are settled.
  count beside(const optimizing::load& each, const std::vector<bringing>& all, std::uint32_t month) const {
    const auto base = each.base.empty() ? 0 : each.base[month];
    count divisor = of_.denominator;
    count brought = 0;
    auto settled = true;
    for (const auto& one : all) {
      const auto use = one.by->scale * of_.profiles[std::size_t{one.by->profile} * of_.months + month];
      divisor = std::gcd(divisor, use);
      settled = settled && one.users.low == one.users.high;
      brought += settled ? use * one.users.low : 0;
    }
    if (settled) {
      return whole_logins(of_, each, base + brought) * of_.denominator - brought;
    }
    if (!each.rounded) {
      return base;
    }
    // The largest fraction below one half that bases and users can leave; it is rounded away.
    auto fraction = base % divisor < 0 ? base % divisor + divisor : base % divisor;
    const auto most = (of_.denominator - 1) / 2;
    fraction = fraction > most ? 0 : fraction + (most - fraction) / divisor * divisor;
    return base - fraction;
  }

  wide load_part(std::size_t at) {
    const auto& each = of_.loads[at];
    const auto& all = brought_to(at);
    wide sum = 0;
    for (std::uint32_t month = 0; month < of_.months; ++month) {
      const auto price = prices_[each.offer].by_month[month];
      sum += price == 0 ? 0 : static_cast<wide>(price) * beside(each, all, month);
    }
    return sum;
  }

  // What a window is entitled to where all of it is settled.
  std::optional<count> settled(std::size_t offer, const optimizing::window& judged) const {
    const auto& from = of_.offers[offer];
    count sum = 0;
    for (std::uint32_t month = judged.months.first; month < judged.months.first + judged.months.count;
         ++month) {
      for (std::size_t i = 0; i < from.stretches.size(); ++i) {
        if (contains(from.stretches[i].months, month)) {
          const auto& [low, high] = within_.quantities[offer][i];
          if (low != high) {
            return std::nullopt;
          }
          sum += low;
        }
      }
      for (std::size_t i = 0; i < from.packs.size(); ++i) {
        if (from.packs[i].month == month && from.packs[i].logins != 0) {
          const auto& [low, high] = within_.packs[offer][i];
          if (low != high) {
            return std::nullopt;
          }
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
    auto sum = fixed_part(at);
    for (std::size_t i = 0; i < from.stretches.size(); ++i) {
      const auto part = stretch_part(at, i);
      if (!part) {
        return std::nullopt;
      }
      sum += *part * of_.denominator;
    }
    for (std::size_t i = 0; i < from.packs.size(); ++i) {
      const auto& [low, high] = within_.packs[at][i];
      if (low > high) {
        return std::nullopt;
      }
      auto worth = from.packs[i].cost * scale_;
      for (std::size_t k = 0; k < from.windows.size(); ++k) {
        worth -= contains(from.windows[k].months, from.packs[i].month) ? saved(at, k, from.packs[i].logins) : 0;
      }
      sum += std::min(worth * low, worth * high) * of_.denominator;
    }
    for (std::size_t i = 0; i < from.windows.size(); ++i) {
      const auto part = overage_part(at, i);
      if (!part) {
        return std::nullopt;
      }
      sum += *part * of_.denominator;
    }
    return sum;
  }

  // Fixed users and grace.
  wide fixed_part(std::size_t at) const {
    const auto& from = of_.offers[at];
    wide sum = 0;
    for (std::size_t i = 0; i < from.windows.size(); ++i) {
      const auto entitled = settled(at, from.windows[i]);
      const auto share =
          entitled ? static_cast<wide>(*entitled) * from.windows[i].share / from.windows[i].shares : 0;
      sum -= prices_[at].windows[i] * (share + from.windows[i].grace);
    }
    if (from.users_per_unit != 0 && !from.users.empty()) {
      for (std::size_t i = 0; i < from.stretches.size(); ++i) {
        const auto begin = from.users.begin() + from.stretches[i].months.first;
        sum += static_cast<wide>(prices_[at].stretches[i]) *
               *std::max_element(begin, begin + from.stretches[i].months.count);
      }
      std::optional<count> most;
      for (std::uint32_t month = 0; month < of_.months; ++month) {
        most = is_covered(from, month) ? most : std::max(most.value_or(from.users[month]), from.users[month]);
      }
      sum += static_cast<wide>(prices_[at].uncovered) * most.value_or(0);
    }
    return sum * of_.denominator;
  }

  // The most that half up can take from multiples of the step.
  wide lost(money step) const {
    const auto common = std::gcd(step, of_.minor);
    return (of_.minor - 1) / 2 / common * common;
  }

  std::optional<wide> stretch_part(std::size_t offer, std::size_t at) const {
    const auto& offered = of_.offers[offer].stretches[at];
    const auto wanted = within_.quantities[offer][at];
    const auto sold = sold_in(offered, wanted);
    if (sold.low > sold.high) {
      return std::nullopt;
    }
    wide worth = of_.offers[offer].users_per_unit == 0
                     ? 0
                     : static_cast<wide>(prices_[offer].stretches[at]) * of_.offers[offer].users_per_unit;
    const auto& windows = of_.offers[offer].windows;
    for (std::size_t i = 0; i < windows.size(); ++i) {
      count shared = 0;
      for (std::uint32_t month = 0; month < of_.months; ++month) {
        shared += contains(windows[i].months, month) && contains(offered.months, month) ? 1 : 0;
      }
      worth += shared == 0 ? 0 : saved(offer, i, shared);
    }
    if (sold.low == sold.high) {
      return charged(of_, offered, sold.low) * scale_ - worth * sold.low;
    }
    money step = 0;
    for (const auto& each : offered.tiers) {
      step = std::gcd(step, each.price);
    }
    std::optional<wide> best;
    const auto end = [&](count from, count to) {
      const auto ends = sold_in(offered, {std::max(from, wanted.low), std::min(to, wanted.high)});
      for (const auto quantity : {ends.low, ends.high}) {
        const auto cost = (unrounded(offered, quantity) - lost(step)) * offered.charges;
        const auto value = cost * scale_ - worth * quantity;
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
    if (low > high) {
      return std::nullopt;
    }
    const auto price = judged.beyond ? judged.beyond->price : 0;
    const auto block = judged.beyond ? judged.beyond->block : 0;
    const auto value = [&](count blocks) {
      const auto exact = static_cast<wide>(price) * blocks;
      const auto cost = low == high ? half_up(of_, exact) : std::max<wide>(0, exact - lost(price));
      return cost * scale_ - static_cast<wide>(prices_[offer].windows[at]) * block * blocks;
    };
    return std::min(value(low), value(high));
  }

  const problem& of_;
  const scope& within_;
  const wide scale_;
  const std::vector<offer_prices> prices_;
  std::vector<std::vector<scope::users>> limits_; // by segment
  std::vector<wide> per_user_;                    // by offer
  std::vector<std::vector<bringing>> brought_;    // by load
};

} // namespace

std::size_t rows_of(const problem& of) {
  std::size_t rows = 0;
  for (const auto& each : of.offers) {
    rows += each.windows.size() + each.stretches.size() + 1;
  }
  return rows;
}

std::optional<wide> proven_by(const problem& of, const scope& within, const priced_rows& rows) {
  return pricing(of, within, rows).least();
}

} // namespace proviso::verifying
