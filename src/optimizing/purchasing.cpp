#include "optimizing/purchasing.hpp"

#include "optimizing/bounding.hpp"
#include "optimizing/costing.hpp"

#include <algorithm>

namespace proviso::optimizing {
namespace {

constexpr int most_rounds = 8;

class dealing {
public:
  dealing(const problem& of, const offer& from, const offer_usage& used, const std::vector<count>& reach)
      : of_(of), from_(from), used_(used), reach_(reach) {}

  deal from(deal start) {
    start.cost = offer_cost(of_, from_, start.quantities, start.packs, used_);
    if (!start.cost) {
      start.quantities = reach_;
      start.cost = offer_cost(of_, from_, start.quantities, start.packs, used_);
    }
    for (int round = 0; round < most_rounds && improve(start); ++round) {
    }
    return start;
  }

private:
  bool improve(deal& best) {
    auto better = false;
    for (std::size_t i = 0; i < from_.stretches.size(); ++i) {
      for (const auto quantity : candidates(i, best)) {
        auto tried = best;
        tried.quantities[i] = quantity;
        better = take_better(tried, best) || better;
      }
    }
    for (std::size_t i = 0; i < from_.packs.size(); ++i) {
      auto tried = best;
      tried.packs[i] = from_.packs[i].forced || !best.packs[i];
      better = take_better(tried, best) || better;
    }
    return better;
  }

  bool take_better(deal& tried, deal& best) const {
    tried.cost = offer_cost(of_, from_, tried.quantities, tried.packs, used_);
    if (tried.cost && (!best.cost || *tried.cost < *best.cost)) {
      best = tried;
      return true;
    }
    return false;
  }

  // Quantities at which the cost may turn: ends of tiers, and what just serves the users, a window, or no
  // window.
  std::vector<count> candidates(std::size_t at, const deal& now) const {
    const auto& bought = from_.stretches[at];
    std::vector<count> all;
    const auto around = [&](count wanted) {
      if (const auto below = for_sale(bought, {0, std::clamp<count>(wanted, 0, reach_[at])})) {
        all.push_back(below->high);
      }
      if (const auto above =
              for_sale(bought, {std::clamp<count>(wanted, 1, std::max<count>(1, reach_[at])), reach_[at]})) {
        all.push_back(above->low);
      }
    };
    around(0);
    for (const auto& each : bought.tiers) {
      around(each.over);
      around(each.over + 1);
    }
    around(for_users(bought));
    for (const auto& judged : from_.windows) {
      around(for_window(at, judged, now));
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  count for_users(const stretch& bought) const {
    if (from_.users_per_unit == 0) {
      return 0;
    }
    count most = 0;
    for (auto month = bought.months.first; month < bought.months.first + bought.months.count; ++month) {
      most = std::max(most, used_.users + (from_.users.empty() ? 0 : from_.users[month]));
    }
    return (most + from_.users_per_unit - 1) / from_.users_per_unit;
  }

  // The quantity with which the window has no overage, given the others.
  count for_window(std::size_t at, const window& judged, const deal& now) const {
    const auto own = shared_months(from_.stretches[at].months, judged.months);
    if (own == 0) {
      return 0;
    }
    count needed = -judged.grace;
    for (auto month = judged.months.first; month < judged.months.first + judged.months.count; ++month) {
      needed += used_.logins[month];
    }
    needed = static_cast<count>(static_cast<wide>(std::max<count>(needed, 0)) * judged.shares /
                                (judged.shares + judged.share));
    for (std::size_t i = 0; i < from_.stretches.size(); ++i) {
      needed -= i == at ? 0 : now.quantities[i] * shared_months(from_.stretches[i].months, judged.months);
    }
    for (std::size_t i = 0; i < from_.packs.size(); ++i) {
      needed -=
          now.packs[i] ? from_.packs[i].logins * shared_months({from_.packs[i].month, 1}, judged.months) : 0;
    }
    return needed <= 0 ? 0 : (needed + own - 1) / own;
  }

  const problem& of_;
  const offer& from_;
  const offer_usage& used_;
  const std::vector<count>& reach_;
};

} // namespace

deal good_deal(const problem& of, const offer& from, const offer_usage& used, const std::vector<count>& reach,
               const deal& hint) {
  return dealing(of, from, used, reach).from(hint);
}

} // namespace proviso::optimizing
