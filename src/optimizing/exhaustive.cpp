#include "optimizing/exhaustive.hpp"

#include "optimizing/reach.hpp"
#include "optimizing/usage.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace proviso::optimizing {
namespace {

// What one offer's usage costs, and how.
struct deal {
  bill charged;
  std::vector<count> quantities;
  std::vector<bool> packs;
};

bool is_no_dearer(const bill& a, const bill& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] > b[i])
      return false;
  return true;
}

class exhaustion {
public:
  explicit exhaustion(const problem& of) : of_(of), reach_(reach_of(of)), first_(first_choices(of)) {
    now_.users.resize(first_.back());
  }

  std::optional<purchase> best() {
    assign(0, 0, of_.segments.empty() ? 0 : of_.segments[0].users);
    return best_cost_ ? std::optional(best_) : std::nullopt;
  }

private:
  // Gives `left` users of the segment to its choices from `at` on, then goes on with the next segment.
  void assign(std::size_t segment, std::size_t at, count left) {
    if (segment == of_.segments.size()) {
      purchase_all();
      return;
    }
    if (at + 1 >= first_[segment + 1]) {
      if (at < first_[segment + 1])
        now_.users[at] = left;
      else if (left != 0)
        return;
      assign(segment + 1, first_[segment + 1],
             segment + 1 < of_.segments.size() ? of_.segments[segment + 1].users : 0);
      return;
    }
    for (count taken = 0; taken <= left; ++taken) {
      now_.users[at] = taken;
      assign(segment, at + 1, left - taken);
    }
  }

  void purchase_all() {
    const auto used = usage_of(of_, now_.users);
    now_.quantities.assign(of_.offers.size(), {});
    now_.packs.assign(of_.offers.size(), {});
    combine(0, used, empty_bill(of_));
  }

  // Each good deal of an offer with each of the next ones.
  void combine(std::size_t offer, const std::vector<offer_usage>& used, const bill& before) {
    if (offer == of_.offers.size()) {
      const auto sum = total(of_, before);
      if (!best_cost_ || sum < *best_cost_) {
        best_cost_ = sum;
        best_ = now_;
      }
      return;
    }
    for (const auto& each : good_deals(offer, used[offer])) {
      now_.quantities[offer] = each.quantities;
      now_.packs[offer] = each.packs;
      auto charged = before;
      for (std::size_t i = 0; i < charged.size(); ++i)
        charged[i] += each.charged[i];
      combine(offer + 1, used, charged);
    }
  }

  // Those than which no other is cheaper in some period and no dearer in any. Many assignments leave an offer
  // the same users and logins.
  const std::vector<deal>& good_deals(std::size_t offer, const offer_usage& used) {
    const auto [found, fresh] = deals_.try_emplace({offer, used.users, used.logins});
    if (fresh) {
      const auto& from = of_.offers[offer];
      deal tried{{}, std::vector<count>(from.stretches.size()), std::vector<bool>(from.packs.size())};
      try_quantities(offer, 0, used, tried, found->second);
    }
    return found->second;
  }

  void try_quantities(std::size_t offer, std::size_t at, const offer_usage& used, deal& tried,
                      std::vector<deal>& best) {
    const auto& from = of_.offers[offer];
    if (at == from.stretches.size()) {
      try_packs(offer, 0, used, tried, best);
      return;
    }
    const auto& bought = from.stretches[at];
    const auto fixed = bought.minimum == bought.limit;
    const auto least =
        fixed ? bought.minimum : (bought.minimum + bought.block - 1) / bought.block * bought.block;
    if (bought.optional && least > 0) {
      tried.quantities[at] = 0;
      try_quantities(offer, at + 1, used, tried, best);
    }
    for (auto quantity = least; quantity <= reach_[offer][at]; quantity += fixed ? 1 : bought.block) {
      tried.quantities[at] = quantity;
      try_quantities(offer, at + 1, used, tried, best);
    }
  }

  void try_packs(std::size_t offer, std::size_t at, const offer_usage& used, deal& tried,
                 std::vector<deal>& best) {
    const auto& from = of_.offers[offer];
    if (at == from.packs.size()) {
      tried.charged = empty_bill(of_);
      if (!add_offer(of_, from, tried.quantities, tried.packs, used, tried.charged) ||
          std::ranges::any_of(best,
                              [&](const auto& each) { return is_no_dearer(each.charged, tried.charged); }))
        return;
      std::erase_if(best, [&](const auto& each) { return is_no_dearer(tried.charged, each.charged); });
      best.push_back(tried);
      return;
    }
    for (const auto taken : {false, true}) {
      tried.packs[at] = taken;
      try_packs(offer, at + 1, used, tried, best);
    }
  }

  const problem& of_;
  std::vector<std::vector<count>> reach_;
  std::vector<std::size_t> first_;
  std::map<std::tuple<std::size_t, count, std::vector<count>>, std::vector<deal>> deals_;
  purchase now_;
  purchase best_;
  std::optional<money> best_cost_;
};

} // namespace

std::optional<purchase> cheapest_of_all(const problem& of) {
  return exhaustion(of).best();
}

} // namespace proviso::optimizing
