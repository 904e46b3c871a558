#include "optimizing/rounding.hpp"

#include "optimizing/moving.hpp"
#include "optimizing/purchasing.hpp"

#include <algorithm>
#include <cmath>

namespace proviso::optimizing {
namespace {

constexpr double nearly_whole = 1e-6;

class rounding {
public:
  rounding(const problem& of, const layout& by, const std::vector<group>& groups, const relaxation& solved,
           const part& within)
      : of_(of), by_(by), groups_(groups), solved_(solved), within_(within) {}

  std::optional<rounded> run(const std::vector<double>& multipliers) {
    choose_quantities();
    distribute();
    login_room room(of_, by_, decided_, users_);
    moving users(of_, by_, room, multipliers, users_);
    // Rounding logins may mend what is broken, and users who were settled are not to be moved.
    const auto untouched = is_any_broken(room) || !within_.choices.empty() ? bought() : std::nullopt;
    users.relieve();
    users.fill();
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

  [[nodiscard]] bool is_any_broken(const login_room& room) const {
    for (std::uint32_t i = 0; i < of_.offers.size(); ++i)
      if (room.is_broken(i))
        return true;
    return false;
  }

  [[nodiscard]] std::optional<rounded> bought() const {
    const auto used = usage_of(of_, users_);
    std::vector<deal> deals;
    for (std::uint32_t i = 0; i < of_.offers.size(); ++i)
      deals.push_back(hint_of(i));
    // Offers do not know of each other's charges but where these make up a period's least together.
    for (auto rounds = of_.periods.empty() ? 1 : 2; rounds > 0; --rounds)
      for (std::uint32_t i = 0; i < of_.offers.size(); ++i) {
        deals[i] = good_deal(of_, of_.offers[i], used[i], reach_of(i), others_of(i, deals, used), deals[i]);
        if (!deals[i].cost)
          return std::nullopt;
      }
    return summed(deals, used);
  }

  [[nodiscard]] std::optional<rounded> summed(const std::vector<deal>& deals,
                                              const std::vector<offer_usage>& used) const {
    rounded result;
    result.bought.users = users_;
    auto charged = empty_bill(of_);
    for (std::size_t i = 0; i < of_.offers.size(); ++i) {
      if (!add_offer(of_, of_.offers[i], deals[i].quantities, deals[i].packs, used[i], charged))
        return std::nullopt;
      result.bought.quantities.push_back(deals[i].quantities);
      result.bought.packs.push_back(deals[i].packs);
    }
    result.cost = std::max(total(of_, charged), of_.least_cost);
    return result;
  }

  // What all other offers charge; nothing where it makes no difference.
  [[nodiscard]] bill others_of(std::uint32_t offer, const std::vector<deal>& deals,
                               const std::vector<offer_usage>& used) const {
    auto all = empty_bill(of_);
    for (std::uint32_t i = 0; !of_.periods.empty() && i < of_.offers.size(); ++i) {
      auto with = all;
      if (i != offer && add_offer(of_, of_.offers[i], deals[i].quantities, deals[i].packs, used[i], with))
        all = with;
    }
    return all;
  }

  [[nodiscard]] deal hint_of(std::uint32_t offer) const {
    const auto& from = of_.offers[offer];
    deal hint;
    auto at = by_.first_decision[offer];
    for (std::size_t k = 0; k < from.stretches.size(); ++k, ++at)
      hint.quantities.push_back(decided_[at]);
    for (std::size_t k = 0; k < from.packs.size(); ++k, ++at)
      hint.packs.push_back(from.packs[k].forced || decided_[at] != 0);
    return hint;
  }

  [[nodiscard]] std::vector<count> reach_of(std::uint32_t offer) const {
    std::vector<count> reach;
    for (std::size_t k = 0; k < of_.offers[offer].stretches.size(); ++k)
      reach.push_back(by_.decisions[by_.first_decision[offer] + k].most);
    return reach;
  }

  const problem& of_;
  const layout& by_;
  const std::vector<group>& groups_;
  const relaxation& solved_;
  const part& within_;
  std::vector<count> decided_; // by decision
  std::vector<count> users_;   // as in a purchase
};

} // namespace

std::optional<rounded> round_to_whole(const problem& of, const layout& by, const std::vector<group>& groups,
                                      const relaxation& solved, const part& within,
                                      const std::vector<double>& multipliers) {
  return rounding(of, by, groups, solved, within).run(multipliers);
}

} // namespace proviso::optimizing
