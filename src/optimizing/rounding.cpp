#include "optimizing/rounding.hpp"

#include "optimizing/costing.hpp"
#include "optimizing/purchasing.hpp"

#include <algorithm>
#include <cmath>

namespace proviso::optimizing {
namespace {

constexpr double nearly_whole = 1e-6;
constexpr std::size_t most_candidates = 20'000;

// Users of a segment who could go from one choice to another, and what that costs under the multipliers.
struct move {
  double price = 0;
  std::uint32_t segment = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

class rounding {
public:
  rounding(const problem& of, const layout& by, const std::vector<group>& groups, const relaxation& solved,
           const part& within, const std::vector<double>& multipliers)
      : of_(of), by_(by), groups_(groups), solved_(solved), within_(within), multipliers_(multipliers) {}

  std::optional<rounded> run() {
    choose_quantities();
    distribute();
    measure();
    price_choices();
    // Rounding logins may mend what is broken, and users who were settled are not to be moved.
    const auto untouched = is_any_broken() || !within_.choices.empty() ? bought() : std::nullopt;
    relieve();
    fill();
    auto touched = bought();
    return untouched && (!touched || untouched->cost < touched->cost) ? untouched : touched;
  }

private:
  // Each decision as the relaxation has it, up to what is for sale.
  void choose_quantities() {
    for (std::uint32_t i = 0; i < by_.decisions.size(); ++i) {
      const auto value = static_cast<count>(std::ceil(solved_.decided(i) - nearly_whole));
      const auto& each = by_.decisions[i];
      const auto& range = within_.decisions[i];
      auto wanted = std::clamp(value, range.low, range.high);
      if (each.what == splitting::quantity) {
        const auto& offered = of_.offers[each.offer].stretches[each.part];
        const auto up = for_sale(offered, {wanted, range.high});
        const auto down = for_sale(offered, {range.low, wanted});
        wanted = up ? up->low : down ? down->high : wanted;
      }
      decided_.push_back(wanted);
    }
  }

  // Users of each group by the relaxation's shares: whole ones to each choice, the rest to the largest.
  void distribute() {
    users_.assign(by_.first_choice.back(), 0);
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const auto& members = groups_[g].members;
      const auto choices = of_.menus[of_.segments[members[0]].menu].size();
      std::vector<count> left;
      std::size_t largest = 0;
      for (std::uint32_t k = 0; k < choices; ++k) {
        left.push_back(static_cast<count>(std::max(0.0, solved_.users(g, k)) + nearly_whole));
        largest = left[k] > left[largest] ? k : largest;
      }
      std::size_t at = 0;
      for (const auto member : members) {
        auto users = of_.segments[member].users;
        for (; users > 0 && at < choices; at += left[at] == 0 ? 1U : 0U) {
          const auto taken = std::min(users, left[at]);
          users_[by_.first_choice[member] + at] += taken;
          left[at] -= taken;
          users -= taken;
        }
        users_[by_.first_choice[member] + largest] += users;
      }
    }
  }

  [[nodiscard]] const choice& choice_of(std::uint32_t segment, std::uint32_t at) const {
    return of_.menus[of_.segments[segment].menu][at];
  }

  // Room left in each window row, in numerators of logins; without rounding.
  void measure() {
    room_.assign(by_.rows.size(), 0);
    row_of_month_.assign(of_.offers.size() * of_.months, none);
    for (std::uint32_t i = 0; i < by_.rows.size(); ++i) {
      const auto& at = by_.rows[i];
      if (at.kind == row_kind::window) {
        const auto& judged = of_.offers[at.offer].windows[at.part];
        for (auto month = judged.months.first; month < judged.months.first + judged.months.count; ++month) {
          row_of_month_[std::size_t{at.offer} * of_.months + month] = i;
        }
        room_[i] = (entitled(i) + grace_of(judged, entitled(i)) + paid(i)) * of_.denominator;
      }
    }
    for (const auto& each : of_.loads) {
      for (std::uint32_t month = 0; month < each.base.size(); ++month) {
        add_to_row(each.offer, month, each.base[month]);
      }
    }
    for (std::uint32_t i = 0; i < of_.segments.size(); ++i) {
      for (std::uint32_t k = 0; k < of_.menus[of_.segments[i].menu].size(); ++k) {
        add_users(i, k, users_[by_.first_choice[i] + k]);
      }
    }
  }

  count entitled(std::uint32_t at) const { return covered(at, false); }
  count paid(std::uint32_t at) const { return covered(at, true); }

  count covered(std::uint32_t at, bool by_overage) const {
    const auto offer = by_.rows[at].offer;
    const auto end =
        offer + 1 < by_.first_decision.size() ? by_.first_decision[offer + 1] : by_.decisions.size();
    count sum = 0;
    for (auto i = by_.first_decision[offer]; i < end; ++i) {
      if ((by_.decisions[i].what == splitting::overage) == by_overage) {
        for (const auto& each : coverage_of(of_, by_, by_.decisions[i])) {
          sum += each.row == at ? each.amount * decided_[i] : 0;
        }
      }
    }
    return sum;
  }

  void add_to_row(std::uint32_t offer, std::uint32_t month, count numerator) {
    if (const auto at = row_of_month_[std::size_t{offer} * of_.months + month]; at != none) {
      room_[at] -= numerator;
    }
  }

  void add_users(std::uint32_t segment, std::uint32_t at, count users) {
    const auto& taken = choice_of(segment, at);
    const auto& each = of_.segments[segment];
    if (users == 0 || taken.load == no_load) {
      return;
    }
    for (std::uint32_t month = 0; month < of_.months; ++month) {
      add_to_row(taken.offer, month,
                 users * each.scale * of_.profiles[std::size_t{each.profile} * of_.months + month]);
    }
  }

  void price_choices() {
    std::vector<double> by_month(of_.offers.size() * of_.months);
    std::vector<double> per_user(of_.offers.size());
    for (std::uint32_t i = 0; i < by_.rows.size(); ++i) {
      const auto& at = by_.rows[i];
      per_user[at.offer] += at.kind != row_kind::window && at.binds ? multipliers_[i] : 0;
    }
    for (std::size_t i = 0; i < by_month.size(); ++i) {
      by_month[i] =
          row_of_month_[i] == none ? 0 : multipliers_[row_of_month_[i]] / static_cast<double>(of_.denominator);
    }
    prices_.assign(by_.first_choice.back(), 0);
    for (std::uint32_t i = 0; i < of_.segments.size(); ++i) {
      const auto& each = of_.segments[i];
      const auto& menu = of_.menus[each.menu];
      for (std::uint32_t k = 0; k < menu.size(); ++k) {
        double sum = 0;
        const auto* prices = by_month.data() + std::size_t{menu[k].offer} * of_.months;
        for (std::uint32_t month = 0; menu[k].load != no_load && month < of_.months; ++month) {
          sum +=
              prices[month] * static_cast<double>(of_.profiles[std::size_t{each.profile} * of_.months + month]);
        }
        prices_[by_.first_choice[i] + k] = sum * static_cast<double>(each.scale) + per_user[menu[k].offer];
      }
    }
  }

  [[nodiscard]] bool is_pool(std::uint32_t segment, std::uint32_t at) const {
    return choice_of(segment, at).load != no_load;
  }

  // The most users who could join the choice without breaking a window.
  [[nodiscard]] count space_for(std::uint32_t segment, std::uint32_t at) const {
    const auto& taken = choice_of(segment, at);
    const auto& each = of_.segments[segment];
    auto most = each.users;
    if (taken.load == no_load) {
      return most;
    }
    const auto* rows = row_of_month_.data() + std::size_t{taken.offer} * of_.months;
    const auto* profile = of_.profiles.data() + std::size_t{each.profile} * of_.months;
    count together = 0;
    for (std::uint32_t month = 0; most > 0 && month < of_.months; ++month) {
      const auto same = month > 0 && rows[month] == rows[month - 1];
      together = (same ? together : 0) + each.scale * profile[month];
      if (rows[month] != none && together > 0) {
        most = std::min(most, std::max<count>(0, room_[rows[month]]) / together);
      }
    }
    return most;
  }

  // The most users for whom leaving the choice eases a broken window; 0 where it breaks none.
  [[nodiscard]] count to_leave(std::uint32_t segment, std::uint32_t at) const {
    const auto& taken = choice_of(segment, at);
    const auto& each = of_.segments[segment];
    const auto* rows = row_of_month_.data() + std::size_t{taken.offer} * of_.months;
    const auto* profile = of_.profiles.data() + std::size_t{each.profile} * of_.months;
    count most = 0;
    for (std::uint32_t month = 0; month < of_.months; ++month) {
      const auto use = each.scale * profile[month];
      if (rows[month] != none && use > 0 && room_[rows[month]] < 0) {
        most = std::max(most, (-room_[rows[month]] + use - 1) / use);
      }
    }
    return std::min(most, users_[by_.first_choice[segment] + at]);
  }

  void change(const move& made, count users) {
    const auto first = by_.first_choice[made.segment];
    users_[first + made.from] -= users;
    users_[first + made.to] += users;
    add_users(made.segment, made.from, -users);
    add_users(made.segment, made.to, users);
  }

  template <typename accept>
  std::vector<move> moves(const accept& wanted) const {
    std::vector<move> all;
    for (std::uint32_t i = 0; i < of_.segments.size(); ++i) {
      const auto first = by_.first_choice[i];
      const auto choices = static_cast<std::uint32_t>(by_.first_choice[i + 1] - first);
      for (std::uint32_t k = 0; k < choices; ++k) {
        for (std::uint32_t j = 0; users_[first + k] > 0 && j < choices; ++j) {
          if (j != k && wanted(i, k, j)) {
            all.push_back({prices_[first + j] - prices_[first + k], i, k, j});
          }
        }
      }
    }
    const auto before = [](const move& a, const move& b) {
      return std::tuple(a.price, a.segment, a.from, a.to) < std::tuple(b.price, b.segment, b.from, b.to);
    };
    if (all.size() > most_candidates) {
      std::ranges::nth_element(all, all.begin() + most_candidates, before);
      all.resize(most_candidates);
    }
    std::ranges::sort(all, before);
    return all;
  }

  bool is_broken(std::uint32_t offer) const {
    for (std::uint32_t month = 0; month < of_.months; ++month) {
      const auto at = row_of_month_[std::size_t{offer} * of_.months + month];
      if (at != none && room_[at] < 0) {
        return true;
      }
    }
    return false;
  }

  bool is_any_broken() const {
    for (std::uint32_t i = 0; i < of_.offers.size(); ++i) {
      if (is_broken(i)) {
        return true;
      }
    }
    return false;
  }

  // Users leave pools that are overdrawn, where it costs least.
  void relieve() {
    std::vector<bool> broken;
    for (std::uint32_t i = 0; i < of_.offers.size(); ++i) {
      broken.push_back(is_broken(i));
    }
    if (std::ranges::find(broken, true) == broken.end()) {
      return;
    }
    for (const auto& each : moves([&](auto segment, auto from, auto) {
           return is_pool(segment, from) && broken[choice_of(segment, from).offer];
         })) {
      change(each, std::min(to_leave(each.segment, each.from), space_for(each.segment, each.to)));
    }
  }

  // Users of seats go where logins are left over, where that is cheapest.
  void fill() {
    for (const auto& each : moves([&](auto segment, auto from, auto to) {
           return !is_pool(segment, from) && is_pool(segment, to);
         })) {
      const auto users =
          std::min(users_[by_.first_choice[each.segment] + each.from], space_for(each.segment, each.to));
      if (users > 0) {
        change(each, users);
      }
    }
  }

  std::optional<rounded> bought() const {
    rounded result;
    result.bought.users = users_;
    const auto used = usage_of(of_, users_);
    money sum = 0;
    for (std::uint32_t i = 0; i < of_.offers.size(); ++i) {
      deal hint;
      std::vector<count> reach;
      const auto& from = of_.offers[i];
      auto at = by_.first_decision[i];
      for (std::size_t k = 0; k < from.stretches.size(); ++k, ++at) {
        hint.quantities.push_back(decided_[at]);
        reach.push_back(by_.decisions[at].most);
      }
      for (std::size_t k = 0; k < from.packs.size(); ++k, ++at) {
        hint.packs.push_back(from.packs[k].forced || decided_[at] != 0);
      }
      const auto best = good_deal(of_, from, used[i], reach, hint);
      if (!best.cost) {
        return std::nullopt;
      }
      sum += *best.cost;
      result.bought.quantities.push_back(best.quantities);
      result.bought.packs.push_back(best.packs);
    }
    result.cost = std::max(sum, of_.least_cost);
    return result;
  }

  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  const problem& of_;
  const layout& by_;
  const std::vector<group>& groups_;
  const relaxation& solved_;
  const part& within_;
  const std::vector<double>& multipliers_;
  std::vector<count> decided_;              // by decision
  std::vector<count> users_;                // as in a purchase
  std::vector<double> prices_;              // of one user, likewise
  std::vector<count> room_;                 // by row of a window
  std::vector<std::uint32_t> row_of_month_; // by offer and month
};

} // namespace

std::optional<rounded> round_to_whole(const problem& of, const layout& by, const std::vector<group>& groups,
                                      const relaxation& solved, const part& within,
                                      const std::vector<double>& multipliers) {
  return rounding(of, by, groups, solved, within, multipliers).run();
}

} // namespace proviso::optimizing
