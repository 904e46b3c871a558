#include "verifying/least_of_users.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::verifying {
namespace {

using optimizing::count;
using optimizing::problem;

class pricing {
public:
  pricing(const problem& of, const scope& within, const std::vector<offer_prices>& prices)
      : of_(of), within_(within), prices_(prices) {
    find_choices();
    find_bringing();
  }

  [[nodiscard]] std::optional<wide> least() const {
    wide sum = 0;
    for (std::size_t i = 0; i < of_.segments.size(); ++i) {
      const auto part = segment_part(i);
      if (!part)
        return std::nullopt;
      sum += *part;
    }
    for (std::size_t i = 0; i < of_.loads.size(); ++i)
      sum += load_part(i);
    return sum;
  }

private:
  struct choice_range {
    wide price = 0;
    range taken;
  };

  void find_choices() {
    limits_.resize(of_.segments.size());
    for (const auto& each : within_.choices)
      limits_[each.segment].push_back(each);
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
    for (const auto& each : limits_[segment])
      all = each.choice == choice ? each.taken : all;
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
      if (menu.size() == 1 && taken.high < each.users)
        return std::nullopt;
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

  void find_bringing() {
    brought_.resize(of_.loads.size());
    for (std::size_t i = 0; i < of_.segments.size(); ++i) {
      const auto& menu = of_.menus[of_.segments[i].menu];
      for (std::uint32_t k = 0; k < menu.size(); ++k)
        if (menu[k].load != optimizing::no_load && of_.segments[i].users > 0)
          brought_[menu[k].load].push_back({users_of(i, k), &of_.segments[i]});
    }
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
    if (settled)
      return whole_logins(of_, each, base + brought) * of_.denominator - brought;
    if (!each.rounded)
      return base;
    // The largest fraction below one half that bases and users can leave; it is rounded away.
    auto fraction = base % divisor < 0 ? base % divisor + divisor : base % divisor;
    const auto most = (of_.denominator - 1) / 2;
    fraction = fraction > most ? 0 : fraction + (most - fraction) / divisor * divisor;
    return base - fraction;
  }

  [[nodiscard]] wide load_part(std::size_t at) const {
    const auto& each = of_.loads[at];
    const auto& all = brought_[at];
    wide sum = 0;
    for (std::uint32_t month = 0; month < of_.months; ++month) {
      const auto price = prices_[each.offer].by_month[month];
      sum += price == 0 ? 0 : static_cast<wide>(price) * beside(each, all, month);
    }
    return sum;
  }

  const problem& of_;
  const scope& within_;
  const std::vector<offer_prices>& prices_;
  std::vector<std::vector<scope::users>> limits_; // by segment
  std::vector<wide> per_user_;                    // by offer
  std::vector<std::vector<bringing>> brought_;    // by load
};

} // namespace

std::optional<wide> least_of_users(const problem& of, const scope& within,
                                   const std::vector<offer_prices>& prices) {
  return pricing(of, within, prices).least();
}

} // namespace proviso::verifying
