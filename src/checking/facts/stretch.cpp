#include "checking/facts/stretch.hpp"

#include "checking/facts/purchase.hpp"
#include "metering/assess.hpp"

#include <algorithm>

namespace proviso::checking {
namespace {

using base::known;
using base::rational;
using metering::month_usage;
using metering::sku_assessment;

// The least room of several places, or the first reason why it is not known.
class room {
public:
  explicit room(std::int64_t most) : left_(most) {}

  void at_most(std::int64_t more) { left_ = std::min(left_, std::max<std::int64_t>(more, 0)); }
  void unknown(const base::unknown& why) {
    if (!why_)
      why_ = why;
  }
  [[nodiscard]] known<std::int64_t> left() const {
    if (left_ > 0 && why_)
      return *why_;
    return left_;
  }

private:
  std::int64_t left_;
  std::optional<base::unknown> why_;
};

std::int64_t ceil_div(std::int64_t a, std::int64_t b) {
  return (a + b - 1) / b;
}

// Users need accounts: those of the quantity that is left.
void leave_accounts(room& in, const model::sku& sku, const month_usage& month) {
  const auto& each = month.terms->accounts ? month.terms->accounts : sku.license->accounts;
  if (!month.users)
    in.unknown(month.users.why());
  else if (!each)
    in.unknown(month.accounts.why());
  else if (each->value > 0)
    in.at_most(month.quantity - ceil_div(*month.users, each->value));
}

void leave_members(room& in, const month_usage& month) {
  if (month.users)
    in.at_most(month.quantity - *month.users);
  else
    in.unknown(month.users.why());
}

// Without an overage clause a window is also judged by its months, and rollover is not leant on.
bool by_months(const metering::window& w, const sku_assessment& of) {
  const auto rolls = [](const month_usage& m) { return m.terms->rollover.has_value(); };
  return !w.measured || std::any_of(of.months.begin(), of.months.end(), rolls);
}

void leave_month(room& in, const month_usage& month) {
  if (month.logins)
    in.at_most(month.quantity + month.packs - *month.logins);
  else
    in.unknown(month.logins.why());
}

bool meets(const metering::window& w, month_range months) {
  return w.first_month <= months.last && w.last_month >= months.first;
}

void leave_window(room& in, const metering::window& w, const stretch& of) {
  const auto months = std::min(w.last_month, of.last_month) - std::max(w.first_month, of.first_month) + 1;
  if (!w.logins)
    in.unknown(w.logins.why());
  else if (!w.entitled)
    in.unknown(w.entitled.why());
  else
    in.at_most((*w.entitled - *w.logins) / months);
}

void leave_logins(room& in, const sku_assessment& sku, const stretch& of, month_range months) {
  for (const auto& w : sku.windows) {
    if (!meets(w, months))
      continue;
    leave_window(in, w, of);
    if (by_months(w, sku))
      for (int m = std::max(w.first_month, months.first); m <= std::min(w.last_month, months.last); ++m)
        leave_month(in, sku.in(m));
  }
}

const sku_assessment& sku_of(const metering::assessment& all, const stretch& of) {
  return all.skus[of.sku];
}

// The quantity in force stays the step's own: a later ramp is a stretch of its own.
model::sku with_quantity(const model::sku& sku, const sku_assessment& metered, const stretch& of,
                         std::int64_t quantity) {
  auto changed = sku;
  const auto& in_force = metered.in(of.first_month).terms->quantity;
  for (auto& step : changed.steps)
    if (step.terms.quantity && in_force && step.terms.quantity->at == in_force->at)
      step.terms.quantity->value = quantity;
  return changed;
}

// What usage leaves of the room.
known<std::int64_t> unused(room left, const metering::assessment& all, const stretch& of, month_range months) {
  const auto& sku = sku_of(all, of);
  if (sku.sku->sold.value == model::sale::other)
    return base::unknown{"usage in other units than logins and members: it is not metered"};
  for (int m = months.first; m <= months.last; ++m)
    if (sku.sku->sold.value == model::sale::members)
      leave_members(left, sku.in(m));
    else
      leave_accounts(left, *sku.sku, sku.in(m));
  if (sku.sku->sold.value == model::sale::logins)
    leave_logins(left, sku, of, months);
  return left.left();
}

// The least addition to the quantity with which these months are not exceeded.
known<std::int64_t> missing(const sku_assessment& sku, const stretch& of, month_range months) {
  std::int64_t most = 0;
  for (int m = months.first; m <= months.last; ++m) {
    const auto& month = sku.in(m);
    if (!month.users)
      return month.users.why();
    const auto& accounts = month.terms->accounts ? month.terms->accounts : sku.sku->license->accounts;
    if (sku.sku->sold.value == model::sale::members)
      most = std::max(most, *month.users - of.quantity);
    else if (accounts && accounts->value > 0)
      most = std::max(most, ceil_div(*month.users, accounts->value) - of.quantity);
  }
  for (const auto& window : sku.windows)
    if (meets(window, months)) {
      if (!window.needed)
        return window.needed.why();
      most = std::max(most, *window.needed);
    }
  return most;
}

} // namespace

std::vector<stretch> stretches(const metering::assessment& all) {
  std::vector<stretch> result;
  for (std::size_t i = 0; i < all.skus.size(); ++i) {
    std::optional<base::span> stated_at; // where the quantity of the month before is written
    for (const auto& month : all.skus[i].months) {
      if (month.quantity == 0) {
        stated_at.reset();
        continue;
      }
      const auto at = month.terms->quantity->at;
      if (!stated_at || at != *stated_at)
        result.push_back({static_cast<std::uint32_t>(i), month.month, month.month, month.quantity});
      result.back().last_month = month.month;
      stated_at = at;
    }
  }
  return result;
}

known<std::int64_t> spare(const metering::assessment& all, const stretch& of) {
  const auto& sku = sku_of(all, of);
  room left(of.quantity);
  for (int m = of.first_month; m <= of.last_month; ++m)
    left.at_most(of.quantity - std::min(of.quantity, purchasable(0, *sku.in(m).terms)));
  const auto most = unused(std::move(left), all, of, of.months());
  if (!most)
    return most;
  const auto& terms = *sku.in(of.first_month).terms;
  return std::max<std::int64_t>(0, of.quantity - purchasable(of.quantity - *most, terms));
}

known<std::int64_t> least_needed(const metering::assessment& all, const stretch& of, month_range in) {
  const auto left = unused(room(of.quantity), all, of, in);
  const auto more = left ? missing(sku_of(all, of), of, in) : left;
  if (!more)
    return more;
  return of.quantity - *left + *more;
}

known<rational> spare_value(const metering::assessment& all, const stretch& of) {
  const auto quantity = spare(all, of);
  if (!quantity)
    return quantity.why();
  if (*quantity == 0)
    return rational();
  if (!all.totals.complete)
    return base::unknown{all.totals.missing.empty() ? "a complete cost" : all.totals.missing.front()};
  auto changed = *all.contract;
  changed.skus[of.sku] = with_quantity(changed.skus[of.sku], sku_of(all, of), of, of.quantity - *quantity);
  base::diagnostics faults;
  const auto less = metering::assess(changed, all.plan, faults);
  if (!faults.empty())
    return base::unknown{"the cost without the spare quantity: it cannot be metered"};
  return all.totals.cost - less.totals.cost;
}

} // namespace proviso::checking
