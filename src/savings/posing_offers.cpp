// Offers as the optimiser has them: stretches, windows, packs and accounts.
#include "savings/posing.hpp"

#include "savings/tariff.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace proviso::savings {

void posing::add_offer(std::size_t index) {
  const auto& of = in_.offers()[index];
  auto& to = made_.problem.offers.emplace_back();
  for (const auto& one : of.stretches)
    to.stretches.push_back(stretch_of(of, one));
  if (!of.is_pool())
    to.users_per_unit = 1;
  if (of.stretches.empty() || !of.is_pool())
    return;
  add_windows(to, of);
  add_packs(to, of);
  to.users_per_unit = accounts_of(of, index);
}

optimizing::stretch posing::stretch_of(const offer& of, const stretch& one) {
  const auto tariff = tariff_of(contract(), *of.sku, one, by_year());
  const auto now = terms(of, one.first_month);
  optimizing::stretch result;
  result.months = {static_cast<std::uint32_t>(one.first_month - 1), static_cast<std::uint32_t>(one.months())};
  result.block = now.block ? now.block->value : 1;
  set_block(result, tariff.step, of);
  result.minimum = now.minimum ? now.minimum->value : 0;
  result.limit = tariff.end.value_or(optimizing::unlimited);
  result.optional = one.written == 0 || result.minimum == 0;
  result.kind = tariff.volume ? optimizing::tiering::volume : optimizing::tiering::graduated;
  for (const auto& tier : tariff.tiers)
    result.tiers.push_back({tier.over, money(tier.price)});
  result.charges = tariff.charges;
  if (by_year())
    result.in_periods = tariff.in_years;
  if (tariff.charges == 0)
    throw refused{fmt::format("charges of '{}' that years share evenly", of.sku->name)};
  made_.slack += tariff.rough;
  if (of.quote && of.sku->steps.size() > 1)
    leave_out(fmt::format("later terms of the quote '{}'", of.sku->name));
  return result;
}

// Whole priced blocks cost no more than what is sold in their place; where these are not sold, a unit at the
// price of its part of a block is easier.
void posing::set_block(optimizing::stretch& to, std::int64_t priced, const offer& of) {
  if (to.block % priced == 0)
    return;
  const bool are_sold = priced % to.block == 0;
  if (!are_sold && eases(fmt::format("quantities of '{}' between its priced blocks", of.sku->name)))
    return;
  to.block = std::lcm(to.block, priced);
}

void posing::add_windows(optimizing::offer& to, const offer& of) {
  const int all = static_cast<int>(months());
  const int unsold = of.stretches.front().first_month - 1;
  for (int first = 1; first <= all;) {
    const auto now = terms(of, first);
    if (now.rollover && first > unsold && is_steady(of, now, first) &&
        eases(fmt::format("what '{}' rolls over", of.sku->name))) {
      to.windows.push_back(rolling_window(of, now, first));
      return;
    }
    const int left = (first <= unsold ? unsold : all) - first + 1;
    const int length = now.overage ? std::min(model::months_of(now.overage->value.window), left) : 1;
    to.windows.push_back(window_of(of, now, first, length));
    first += length;
  }
}

optimizing::window posing::window_of(const offer& of, const model::sku_terms& now, int first, int length) {
  optimizing::window result;
  result.months = {static_cast<std::uint32_t>(first - 1), static_cast<std::uint32_t>(length)};
  set_grace(result, of, now);
  if (now.rollover)
    leave_out(fmt::format("what '{}' rolls over", of.sku->name));
  if (now.overage && !now.overage->value.blocked) {
    const auto amount = minor(now.overage->value.amount);
    result.beyond = optimizing::overage{money(amount), now.overage->value.per};
    const bool usual = of.sku->rounding.value_or(contract().rounding) == base::rounding::half_up;
    made_.slack += amount.is_whole() || usual ? 0 : 1;
  }
  return result;
}

// All months to the end as one window: what one leaves serves any other. A login that rolls over is in the
// share of grace of each month in which it can be used.
optimizing::window posing::rolling_window(const offer& of, const model::sku_terms& now, int first) {
  const auto length = static_cast<int>(months()) - first + 1;
  auto one = now;
  one.rollover.reset();
  auto result = window_of(of, one, first, length);
  result.share = fits(common_denominator::scaled(rational(result.share), 1 + now.rollover->value.months),
                      "a rollover of fewer months");
  result.grace = fits(common_denominator::scaled(rational(result.grace), length), "a smaller grace");
  made_.slack += minor(now.overage->value.amount).is_whole() ? 0 : length;
  return result;
}

// Whether windows, grace and rollover stay as they are to the end.
bool posing::is_steady(const offer& of, const model::sku_terms& now, int first) const {
  const auto same = [](const auto& a, const auto& b) { // one clause says both
    return a ? b && a->at == b->at : !b;
  };
  if (!now.overage)
    return false;
  for (int month = first; month <= static_cast<int>(months()); ++month) {
    const auto then = terms(of, month);
    if (!same(then.overage, now.overage) || !same(then.grace, now.grace) || !same(then.rollover, now.rollover))
      return false;
  }
  return true;
}

void posing::set_grace(optimizing::window& to, const offer& of, const model::sku_terms& now) {
  if (!now.grace)
    return;
  if (const auto* number = std::get_if<std::int64_t>(&now.grace->value.tolerated)) {
    to.grace = now.overage ? *number : 0;
    if (!now.overage)
      leave_out(fmt::format("the grace of '{}', which has no window", of.sku->name));
    return;
  }
  const auto share = std::get<rational>(now.grace->value.tolerated).fraction();
  to.share = fits(share ? std::optional(share->numerator) : std::nullopt, "a grace of fewer decimals");
  to.shares = share->denominator;
}

void posing::add_packs(optimizing::offer& to, const offer& of) const {
  for (const auto& pack : of.sku->packs) {
    if (of.quote && !allowed_.packs)
      continue;
    const auto month = contract().months.nearest(pack.on);
    const bool counts = contract().months[month].days.holds(pack.on);
    to.packs.push_back({static_cast<std::uint32_t>(month - 1), counts ? pack.logins : 0,
                        money(minor(pack.amount).rounded(0, of.sku->rounding.value_or(contract().rounding))),
                        !allowed_.packs});
  }
}

std::int64_t posing::accounts_of(const offer& of, std::size_t index) {
  std::optional<std::int64_t> least;
  for (const auto& one : of.stretches) {
    const auto now = terms(of, one.first_month);
    const auto& stated = now.accounts ? now.accounts : of.sku->license->accounts;
    if (!stated) {
      if (!used(index))
        return 1; // nobody is offered it either
      throw refused{
          fmt::format("how many accounts '{}' allows: state 'accounts … per {}'", of.sku->name, of.sku->unit)};
    }
    if (least && *least != stated->value)
      leave_out(fmt::format("accounts of '{}' that change", of.sku->name));
    least = std::min(least.value_or(stated->value), stated->value);
  }
  return std::max<std::int64_t>(*least, 1);
}

bool posing::used(std::size_t index) const {
  return std::ranges::count(made_.homes, index) > 0;
}

} // namespace proviso::savings
