#include "simulating/pool.hpp"

#include "metering/count.hpp"
#include "metering/pool.hpp"

#include <algorithm>

namespace proviso::simulating {
namespace {

using base::rational;

rational power_of_ten(int exponent) {
  return rational(10).power(static_cast<std::uint32_t>(exponent));
}

struct lot { // what a month left
  std::int64_t logins = 0;
  int last_month = 0; // in which it can be used
};

// No overage clause: exceeded as a year and in one of its months is certain, in one reading only it is not.
window_verdict both_ways(window_verdict as_year, bool by_month) {
  as_year.undecided = by_month != as_year.exceeded;
  as_year.exceeded = by_month && as_year.exceeded;
  return as_year;
}

} // namespace

overage_price::overage_price(const model::overage& terms, int decimals, base::rounding rounding)
    : per_(terms.per), unit_(std::nullopt), amount_(terms.amount), decimals_(decimals), rounding_(rounding) {
  const auto units = terms.amount * power_of_ten(decimals);
  if (terms.blocked)
    unit_ = 0;
  else if (const auto whole = units.whole(); whole && *whole <= most_money)
    unit_ = *whole;
}

money overage_price::operator()(std::int64_t due) const {
  const auto started = per_ == 1 ? due : (due + per_ - 1) / per_;
  if (unit_)
    return static_cast<money>(std::min<wide>(wide{started} * *unit_, most_money));
  const auto exact = (rational(started) * amount_).rounded(decimals_, rounding_) * power_of_ten(decimals_);
  return std::min(exact.whole().value_or(most_money), most_money);
}

pool::pool(const metering::sku_assessment& of, const model::contract& contract) {
  for (const auto& from : of.months) {
    month one;
    one.own = metering::capped_sum(from.quantity, from.packs);
    one.tolerated = metering::tolerated(from.terms->grace, one.own);
    if (const auto& terms = from.terms->rollover) {
      one.rolls = terms->value.logins;
      one.for_months = terms->value.months;
      rolls_over_ = true;
    }
    months_.push_back(one);
  }
  for (const auto& from : of.windows) {
    const auto& terms = *of.in(from.first_month).terms;
    const bool sold = terms.quantity.has_value(); // else nothing is agreed on what is used
    window one{from.first_month - 1,
               from.last_month - 1,
               from.days,
               from.blocked,
               sold && terms.overage.has_value(),
               sold,
               {},
               terms.grace,
               0,
               0};
    if (one.priced)
      one.price =
          overage_price(terms.overage->value, contract.decimals, of.sku->rounding.value_or(contract.rounding));
    for (int k = one.first; k <= one.last; ++k)
      one.entitled = metering::capped_sum(one.entitled, months_[static_cast<std::size_t>(k)].own);
    one.allowed = metering::capped_sum(one.entitled, metering::tolerated(one.grace, one.entitled));
    windows_.push_back(one);
  }
}

bool pool::is_priced() const {
  return std::ranges::all_of(windows_, [](const window& one) { return one.priced || !one.sold; });
}

bool pool::is_blocked() const {
  return std::ranges::any_of(windows_, &window::blocked);
}

bool pool::any_month_exceeded(const window& of, std::span<const std::int64_t> logins) const {
  for (auto k = static_cast<std::size_t>(of.first); k <= static_cast<std::size_t>(of.last); ++k)
    if (logins[k] > months_[k].own + months_[k].tolerated)
      return true;
  return false;
}

window_verdict pool::judge(const window& of, std::int64_t logins, std::int64_t allowed) const {
  window_verdict result{logins, allowed, std::max<std::int64_t>(0, logins - allowed), 0, false, false};
  result.exceeded = result.due > 0;
  result.overage = result.due > 0 ? of.price(result.due) : 0;
  return result;
}

// Oldest first, what months before left is drawn before the month's own, and does not roll again.
void pool::judge_rolling(std::span<const std::int64_t> logins, std::span<window_verdict> into) const {
  std::vector<lot> lots;
  for (std::size_t w = 0; w < windows_.size(); ++w) {
    const auto& one = windows_[w];
    std::int64_t sum = 0;
    std::int64_t entitled = 0;
    bool by_month = false;
    if (!one.sold)
      lots.clear(); // what is left of a SKU ends with it
    for (auto k = one.first; k <= one.last; ++k) {
      const auto& held = months_[static_cast<std::size_t>(k)];
      auto rest = logins[static_cast<std::size_t>(k)];
      auto in_month = held.own;
      sum += rest;
      std::erase_if(lots, [&](const lot& left) { return left.last_month < k || left.logins == 0; });
      for (auto& left : lots) {
        in_month += left.logins;
        const auto taken = std::min(left.logins, rest);
        left.logins -= taken;
        rest -= taken;
      }
      entitled += in_month;
      by_month |= !one.priced &&
                  logins[static_cast<std::size_t>(k)] > in_month + metering::tolerated(one.grace, in_month);
      if (held.for_months > 0)
        lots.push_back({std::min(std::max<std::int64_t>(0, held.own - rest), held.rolls), k + held.for_months});
    }
    into[w] = judge(one, sum, metering::capped_sum(entitled, metering::tolerated(one.grace, entitled)));
    if (!one.priced)
      into[w] = both_ways(into[w], by_month);
  }
}

void pool::judge(std::span<const std::int64_t> logins, std::span<window_verdict> into) const {
  if (rolls_over_) {
    judge_rolling(logins, into);
    return;
  }
  for (std::size_t w = 0; w < windows_.size(); ++w) {
    const auto& one = windows_[w];
    std::int64_t sum = 0;
    for (auto k = one.first; k <= one.last; ++k)
      sum += logins[static_cast<std::size_t>(k)];
    into[w] = judge(one, sum, one.allowed);
    if (!one.priced)
      into[w] = both_ways(into[w], any_month_exceeded(one, logins));
  }
}

} // namespace proviso::simulating
