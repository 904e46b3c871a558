// Which quantity of a pool would have cost least on average, and which would have sufficed, on the same runs.
#include "simulating/parts.hpp"
#include "simulating/purchased_months.hpp"
#include "simulating/scene.hpp"

#include "metering/count.hpp"
#include "metering/pricing.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace proviso::simulating {
namespace {

using base::rational;

constexpr std::int64_t steps = 32; // quantities that are tried at once

std::int64_t raised(std::int64_t quantity, std::int64_t block) {
  return (quantity + block - 1) / block * block;
}

class stretch_sizing {
public:
  stretch_sizing(const scene& in, const scene_pool& of, stretch months, const std::vector<std::int64_t>& logins)
      : scene_(in), pool_(of), sku_(in.all.skus[of.sku]), months_(months), logins_(logins) {
    const auto& terms = *sku_.in(months.first).terms;
    block_ = terms.block ? std::max<std::int64_t>(terms.block->value, 1) : 1;
    for (std::size_t w = 0; w < of.limits.windows().size(); ++w) {
      const auto& window = of.limits.windows()[w];
      if (window.first < months.last && window.last >= months.first - 1)
        touched_.push_back(w);
    }
  }

  [[nodiscard]] sizing operator()();

private:
  struct counted {
    wide overage = 0;
    std::int64_t over = 0;
  };
  [[nodiscard]] std::int64_t least() const;
  [[nodiscard]] std::int64_t most() const;
  [[nodiscard]] pool limits_with(std::int64_t quantity) const;
  [[nodiscard]] rational packs() const;
  [[nodiscard]] std::optional<rational> commitment(std::int64_t quantity) const;
  [[nodiscard]] counted count(const pool& limits) const;
  [[nodiscard]] std::optional<quantity_outcome> outcome(std::int64_t quantity) const;
  void try_all(std::vector<std::int64_t> quantities);
  void try_range(std::int64_t from, std::int64_t to);
  void try_slices(std::int64_t from, std::int64_t to);
  [[nodiscard]] const quantity_outcome* cheapest() const;
  [[nodiscard]] base::known<quantity_outcome> safe(std::int64_t from, std::int64_t to);

  const scene& scene_;
  const scene_pool& pool_;
  const metering::sku_assessment& sku_;
  stretch months_;
  const std::vector<std::int64_t>& logins_;
  std::int64_t block_ = 1;
  std::vector<std::size_t> touched_; // windows with a month of the stretch
  std::map<std::int64_t, std::optional<quantity_outcome>> tried_;
};

// At the minimum, and with accounts for the users that are planned.
std::int64_t stretch_sizing::least() const {
  std::int64_t result = 1;
  for (int k = months_.first; k <= months_.last; ++k) {
    const auto& month = sku_.in(k);
    if (month.terms->minimum)
      result = std::max(result, month.terms->minimum->value);
    if (!month.accounts || month.quantity == 0 || !month.users)
      continue;
    const auto each = *month.accounts / month.quantity;
    if (each > 0)
      result = std::max(result, (*month.users + each - 1) / each);
  }
  return raised(result, block_);
}

// With which no run exceeds any window of the stretch, whatever the other months hold.
std::int64_t stretch_sizing::most() const {
  std::int64_t result = 1;
  const auto windows = pool_.limits.windows().size();
  for (const auto w : touched_) {
    const auto& window = pool_.limits.windows()[w];
    const auto months = std::min(window.last + 1, months_.last) - std::max(window.first + 1, months_.first) + 1;
    for (std::int64_t run = 0; run < pool_.kept; ++run) {
      const auto logins = logins_[static_cast<std::size_t>(run) * windows + w];
      result = std::max(result, (logins + months - 1) / months);
    }
  }
  return raised(result, block_);
}

pool stretch_sizing::limits_with(std::int64_t quantity) const {
  auto changed = sku_;
  for (int k = months_.first; k <= months_.last; ++k)
    changed.months[static_cast<std::size_t>(k - 1)].quantity = quantity;
  return {changed, *scene_.all.contract};
}

// Of the months, which stay as they are.
rational stretch_sizing::packs() const {
  rational sum;
  for (const auto& charge : scene_.all.charges)
    if (charge.what == metering::charge::kind::pack && charge.sku == sku_.sku &&
        charge.month >= months_.first && charge.month <= months_.last)
      sum += charge.amount;
  return sum;
}

// Rounded as the invoice's lines are: by month, or by contract year where the price is yearly. With the packs.
// Empty beyond the last slice.
std::optional<rational> stretch_sizing::commitment(std::int64_t quantity) const {
  const auto& contract = *scene_.all.contract;
  const auto mode = sku_.sku->rounding.value_or(contract.rounding);
  rational sum = packs();
  rational year;
  for (int k = months_.first; k <= months_.last; ++k) {
    const auto& terms = *sku_.in(k).terms;
    auto amount = metering::monthly_price(terms, quantity);
    if (!amount)
      return std::nullopt;
    const auto& calendar = contract.months[k];
    if (contract.short_months_by_day && calendar.is_short())
      *amount *= rational(calendar.days.days(), calendar.whole.days());
    if (terms.price && terms.price->value.per_year)
      year += *amount;
    else
      sum += amount->rounded(contract.decimals, mode);
    if (k == months_.last || model::calendar::year_of(k) != model::calendar::year_of(k + 1)) {
      sum += year.rounded(contract.decimals, mode);
      year = rational();
    }
  }
  return sum;
}

stretch_sizing::counted stretch_sizing::count(const pool& limits) const {
  counted result;
  const auto windows = limits.windows().size();
  std::vector<window_verdict> verdicts(windows);
  for (std::int64_t run = 0; run < pool_.kept; ++run) {
    const auto* row = &logins_[static_cast<std::size_t>(run) * windows];
    if (limits.rolls_over()) // then each window is a month
      limits.judge(std::span(row, windows), verdicts);
    bool over = false;
    for (const auto w : touched_) {
      const auto verdict = limits.rolls_over() ? verdicts[w] : limits.judge(limits.windows()[w], row[w]);
      result.overage += verdict.overage;
      over |= verdict.exceeded;
    }
    result.over += over ? 1 : 0;
  }
  return result;
}

std::optional<quantity_outcome> stretch_sizing::outcome(std::int64_t quantity) const {
  const auto fixed = commitment(quantity);
  if (!fixed)
    return std::nullopt;
  const auto found = count(limits_with(quantity));
  quantity_outcome result{quantity, {}, found.over};
  const auto minor = rational(10).power(static_cast<std::uint32_t>(scene_.all.contract->decimals));
  if (pool_.limits.is_blocked())
    result.mean_cost = base::unknown{"what a refused login costs"};
  else
    result.mean_cost = *fixed + to_rational(found.overage) / (rational(pool_.kept) * minor);
  return result;
}

void stretch_sizing::try_all(std::vector<std::int64_t> quantities) {
  std::erase_if(quantities, [&](std::int64_t one) { return tried_.contains(one); });
  std::ranges::sort(quantities);
  quantities.erase(std::unique(quantities.begin(), quantities.end()), quantities.end());
  std::vector<std::optional<quantity_outcome>> found(quantities.size());
  in_parts(std::ssize(quantities), scene_.asked.jobs, [&](std::int64_t, std::int64_t first, std::int64_t end) {
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(end); ++i)
      found[i] = outcome(quantities[i]);
  });
  for (std::size_t i = 0; i < quantities.size(); ++i)
    tried_.emplace(quantities[i], std::move(found[i]));
}

// Both ends and even steps of whole blocks between them.
void stretch_sizing::try_range(std::int64_t from, std::int64_t to) {
  std::vector<std::int64_t> quantities;
  const auto blocks = (to - from) / block_;
  const auto parts = std::min(steps, blocks);
  for (std::int64_t i = 0; i <= parts; ++i)
    quantities.push_back(from + (parts == 0 ? 0 : blocks * i / parts) * block_);
  try_all(std::move(quantities));
}

// Where a slice of the price begins the cost may fall.
void stretch_sizing::try_slices(std::int64_t from, std::int64_t to) {
  std::vector<std::int64_t> quantities;
  const auto& price = sku_.in(months_.first).terms->price;
  const auto* sliced = price ? std::get_if<model::sliced_price>(&price->value.how) : nullptr;
  std::int64_t end = 0;
  for (std::size_t i = 0; sliced != nullptr && i < sliced->slices.size() && sliced->slices[i].size; ++i) {
    end = metering::capped_sum(end, *sliced->slices[i].size);
    const auto next = raised(end + 1, block_);
    if (next >= from && next <= to)
      quantities.push_back(next);
  }
  try_all(std::move(quantities));
}

const quantity_outcome* stretch_sizing::cheapest() const {
  const quantity_outcome* best = nullptr;
  for (const auto& [quantity, found] : tried_)
    if (found && found->mean_cost && (best == nullptr || *found->mean_cost < *best->mean_cost))
      best = &*found;
  return best;
}

bool within(const quantity_outcome& one, std::int64_t runs, const rational& limit) {
  return rational(one.over) <= limit * rational(runs);
}

// The chance never rises with the quantity, so the least is found by halves.
base::known<quantity_outcome> stretch_sizing::safe(std::int64_t from, std::int64_t to) {
  const auto tried = [&](std::int64_t quantity) {
    try_all({quantity});
    return tried_.at(quantity);
  };
  auto low = std::int64_t{0};
  auto high = (to - from) / block_;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const auto found = tried(from + middle * block_);
    if (found && !within(*found, pool_.kept, scene_.asked.limit))
      low = middle + 1;
    else
      high = middle;
  }
  const auto found = tried(from + low * block_);
  if (found)
    return *found;
  return base::unknown{"a price of so many: add 'beyond at …' or a larger last slice"};
}

sizing stretch_sizing::operator()() {
  sizing result;
  result.days = scene_.all.contract->months.days(months_.first, months_.last);
  result.runs = pool_.kept;
  result.least = least();
  const auto from = result.least;
  const auto to = std::max(most(), from);
  const auto bought = sku_.in(months_.first).quantity;
  try_all({bought});
  result.purchased = tried_.at(bought).value_or(quantity_outcome{bought, {}, 0});
  if (bought < from || bought % block_ != 0) // it may not be bought so
    tried_.erase(bought);
  try_range(from, to);
  for (const auto& [quantity, found] : tried_)
    if (found)
      result.curve.push_back(*found);
  try_slices(from, to);
  for (auto step = std::max(block_, (to - from) / steps); cheapest() != nullptr && step > block_;) {
    const auto at = cheapest()->quantity;
    step = raised(step, block_);
    try_range(std::max(from, at - step), std::min(to, at + step));
    step /= steps / 2;
  }
  if (const auto* best = cheapest())
    result.cheapest = *best;
  else
    result.cheapest = base::unknown{"what a login in excess costs"};
  result.safe = safe(from, to);
  return result;
}

} // namespace

base::known<std::vector<sizing>> sizings_of(const scene& in, const scene_pool& of,
                                            const std::vector<std::int64_t>& windows) {
  if (!of.limits.is_priced())
    return base::unknown{"the contract has no overage clause: state a price and whether excess is measured "
                         "monthly, quarterly, yearly or over the term"};
  if (of.limits.rolls_over() && of.limits.windows().size() != in.months)
    return base::unknown{"a pool that rolls over and is sold in all months"};
  std::vector<sizing> result;
  for (const auto& one : stretches_of(in.all.skus[of.sku], in.all.contract->months, in.asked.today))
    result.push_back(stretch_sizing(in, of, one, windows)());
  return result;
}

} // namespace proviso::simulating
