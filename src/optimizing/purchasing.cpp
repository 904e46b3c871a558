#include "optimizing/purchasing.hpp"

#include "optimizing/bounding.hpp"
#include "optimizing/costing.hpp"

#include <algorithm>
#include <utility>

namespace proviso::optimizing {
namespace {

constexpr int most_rounds = 8;

class dealing {
public:
  dealing(const problem& of, const offer& from, const offer_usage& used, const std::vector<count>& reach,
          const bill& others)
      : of_(of), from_(from), used_(used), reach_(reach), others_(others) {}

  deal from(deal start) {
    start.cost = cost_of(start);
    if (!start.cost) {
      start.quantities = reach_;
      start.cost = cost_of(start);
    }
    for (int round = 0; round < most_rounds && improve(start); ++round) {
    }
    return start;
  }

private:
  [[nodiscard]] std::optional<money> cost_of(const deal& tried) {
    charged_ = others_;
    const auto serves = add_offer(of_, from_, tried.quantities, tried.packs, used_, charged_);
    return serves ? std::optional(total(of_, charged_)) : std::nullopt;
  }

  bool improve(deal& best) {
    auto better = false;
    for (std::size_t i = 0; i < from_.stretches.size(); ++i) {
      find_candidates(i, best);
      for (const auto quantity : candidates_) {
        const auto before = std::exchange(best.quantities[i], quantity);
        if (is_better(best))
          better = true;
        else
          best.quantities[i] = before;
      }
    }
    for (std::size_t i = 0; i < from_.packs.size(); ++i) {
      if (from_.packs[i].forced)
        continue;
      best.packs[i].flip();
      if (is_better(best))
        better = true;
      else
        best.packs[i].flip();
    }
    return better;
  }

  // Whether a deal costs less than before it was changed; its cost is then the new one.
  bool is_better(deal& changed) {
    const auto cost = cost_of(changed);
    const auto better = cost && (!changed.cost || *cost < *changed.cost);
    changed.cost = better ? cost : changed.cost;
    return better;
  }

  // Quantities at which the cost may turn: ends of tiers, and what just serves the users, a window, or no
  // window.
  void find_candidates(std::size_t at, const deal& now) {
    const auto& bought = from_.stretches[at];
    auto& all = candidates_;
    all.clear();
    const auto around = [&](count wanted) {
      if (const auto below = for_sale(bought, {0, std::clamp<count>(wanted, 0, reach_[at])}))
        all.push_back(below->high);
      if (const auto above =
              for_sale(bought, {std::clamp<count>(wanted, 1, std::max<count>(1, reach_[at])), reach_[at]}))
        all.push_back(above->low);
    };
    around(0);
    for (const auto& each : bought.tiers) {
      around(each.over);
      around(each.over + 1);
    }
    around(for_users(bought));
    for (const auto& judged : from_.windows)
      around(for_window(at, judged, now));
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }

  count for_users(const stretch& bought) const {
    if (from_.users_per_unit == 0)
      return 0;
    count most = 0;
    for (auto month = bought.months.first; month < bought.months.first + bought.months.count; ++month)
      most = std::max(most, used_.users + (from_.users.empty() ? 0 : from_.users[month]));
    return (most + from_.users_per_unit - 1) / from_.users_per_unit;
  }

  // The quantity with which the window has no overage, given the others.
  count for_window(std::size_t at, const window& judged, const deal& now) const {
    const auto own = shared_months(from_.stretches[at].months, judged.months);
    if (own == 0)
      return 0;
    count needed = -judged.grace;
    for (auto month = judged.months.first; month < judged.months.first + judged.months.count; ++month)
      needed += used_.logins[month];
    needed = static_cast<count>(static_cast<wide>(std::max<count>(needed, 0)) * judged.shares /
                                (judged.shares + judged.share));
    for (std::size_t i = 0; i < from_.stretches.size(); ++i)
      needed -= i == at ? 0 : now.quantities[i] * shared_months(from_.stretches[i].months, judged.months);
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
  const bill& others_;
  bill charged_; // this and the next are kept for their memory
  std::vector<count> candidates_;
};

} // namespace

deal good_deal(const problem& of, const offer& from, const offer_usage& used, const std::vector<count>& reach,
               const bill& others, const deal& hint) {
  return dealing(of, from, used, reach, others).from(hint);
}

} // namespace proviso::optimizing
