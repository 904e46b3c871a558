#include "brute_force.hpp"

#include <algorithm>

namespace proviso::support {
namespace {

using namespace savings; // NOLINT(google-build-using-namespace): it is all about them

class trying {
public:
  trying(const market& in, const people& who, const allowance& allowed, std::int64_t most)
      : in_(in), who_(who), allowed_(allowed), most_(most), now_(in.as_written()),
        together_(std::ranges::any_of(in.everything().commitments, &model::commitment::per_year) &&
                  in.everything().months.size() > 12) {
    now_.homes.resize(who.all.size());
  }

  std::optional<base::rational> operator()() {
    settle(0);
    return least_;
  }

private:
  void settle(std::size_t population) {
    if (population == who_.all.size())
      return leave(0, 0);
    for (std::size_t i = 0; i < in_.offers().size(); ++i)
      if (allowed_.permits(who_.all[population].at[i])) {
        now_.homes[population] = i;
        settle(population + 1);
      }
  }

  // Users of each band to each other offer.
  void leave(std::size_t population, std::size_t band) {
    if (population == who_.all.size())
      return pack(0, 0);
    if (band == who_.all[population].bands.size())
      return leave(population + 1, 0);
    spread(population, band, 0, who_.all[population].bands[band].users);
  }

  void spread(std::size_t population, std::size_t band, std::size_t offer, std::int64_t left) {
    if (offer == in_.offers().size())
      return leave(population, band + 1);
    spread(population, band, offer + 1, left);
    if (offer == now_.homes[population] || offer == who_.all[population].own ||
        !allowed_.permits(who_.all[population].at[offer]))
      return;
    for (std::int64_t users = 1; users <= left; ++users) {
      now_.moves.push_back({population, band, users, offer});
      spread(population, band, offer + 1, left - users);
      now_.moves.pop_back();
    }
  }

  // Offers do not know of each other's quantities, so each is tried while the others have more than enough:
  // what is least for each is least together, as a least cost is that of the sum. Least costs of years are not:
  // all are tried together.
  void take() {
    if (together_) {
      take(0, 0);
      least_ = cheapest_;
      return;
    }
    for (std::size_t i = 0; i < in_.offers().size(); ++i)
      std::ranges::fill(now_.quantities[i], most_);
    for (std::size_t i = 0; i < in_.offers().size(); ++i) {
      cheapest_.reset();
      best_quantities_ = now_.quantities[i];
      take(i, 0);
      now_.quantities[i] = best_quantities_;
    }
    if (cheapest_ && (!least_ || *cheapest_ < *least_))
      least_ = cheapest_;
  }

  // All quantities of one offer.
  void take(std::size_t offer, std::size_t stretch) {
    const auto& of = in_.offers()[offer];
    if (stretch == of.stretches.size())
      return together_ && offer + 1 < in_.offers().size() ? take(offer + 1, 0)
                                                          : measure(now_.quantities[offer]);
    const auto terms = of.sku->on(in_.everything().months[of.stretches[stretch].first_month].days.first);
    const auto block = terms.block ? terms.block->value : 1;
    const auto minimum = terms.minimum ? terms.minimum->value : 0;
    for (std::int64_t quantity = 0; quantity <= most_; quantity += block)
      if (quantity >= minimum || (of.quote && quantity == 0)) {
        now_.quantities[offer][stretch] = quantity;
        take(offer, stretch + 1);
      }
  }

  void pack(std::size_t offer, std::size_t which) {
    if (offer == in_.offers().size())
      return take();
    if (which == now_.packs[offer].size())
      return pack(offer + 1, 0);
    for (const bool taken : {false, true}) {
      now_.packs[offer][which] = taken;
      pack(offer, which + 1);
    }
  }

  void measure(const std::vector<std::int64_t>& quantities) {
    const auto exact = cost_of(in_, who_, now_);
    if (!exact || (cheapest_ && !((*exact)->cost() < *cheapest_)))
      return;
    cheapest_ = (*exact)->cost();
    best_quantities_ = quantities;
  }

  const market& in_;
  const people& who_;
  const allowance& allowed_;
  std::int64_t most_;
  purchase now_;
  bool together_;
  std::optional<base::rational> least_;
  std::optional<base::rational> cheapest_; // of the offer that is tried
  std::vector<std::int64_t> best_quantities_;
};

} // namespace

std::optional<base::rational> least_of_all(const market& in, const people& who, const allowance& allowed,
                                           std::int64_t most) {
  return trying(in, who, allowed, most)();
}

} // namespace proviso::support
