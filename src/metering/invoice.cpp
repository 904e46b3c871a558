#include "metering/invoice.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::metering {
namespace {

using kind = metering::charge::kind;
using line = metering::charge;

struct invoice {
  const model::contract& contract;
  std::vector<line>& lines;

  void add(kind what, const model::sku& sku, int month, const rational& exact, base::span at) const {
    const auto mode = sku.rounding.value_or(contract.rounding);
    lines.push_back({what, &sku, month, exact.rounded(contract.decimals, mode), at});
  }
};

bool by_year(const month_usage& month) {
  return month.terms->price && month.terms->price->value.per_year;
}

base::span price_at(const month_usage& month) {
  return month.terms->price ? month.terms->price->at : base::span{};
}

// A yearly price is one line in the first month of the contract year, the sum of its months' twelfths.
void charge_years(const invoice& to, const sku_assessment& of) {
  const auto months = static_cast<int>(of.months.size());
  for (int first = 1; first <= months; first += 12) {
    rational sum;
    base::span at;
    for (int k = first; k <= std::min(first + 11, months); ++k) {
      const auto& month = of.in(k);
      if (!by_year(month))
        continue;
      sum += month.commitment;
      at = at.somewhere() ? at : price_at(month);
    }
    if (at.somewhere())
      to.add(kind::commitment, *of.sku, first, sum, at);
  }
}

void charge_commitment(const invoice& to, const sku_assessment& of) {
  for (const auto& month : of.months)
    if (!by_year(month))
      to.add(kind::commitment, *of.sku, month.month, month.commitment, price_at(month));
  charge_years(to, of);
}

void charge_packs(const invoice& to, const model::sku& sku) {
  for (const auto& pack : sku.packs)
    to.add(kind::pack, sku, to.contract.months.nearest(pack.on), pack.amount, pack.at);
}

void charge_overage(const invoice& to, const sku_assessment& of) {
  for (const auto& window : of.windows)
    if (window.overage && !window.overage->is_zero())
      to.add(kind::overage, *of.sku, window.last_month, *window.overage, window.overage_at);
}

// ---- what is missing to a committed amount

// Why the charges of the months are not all priced; empty where they are.
std::optional<base::unknown> unpriced(const assessment& all, int first, int last) {
  for (const auto& sku : all.skus)
    for (const auto& window : sku.windows)
      if (!window.overage && window.last_month >= first && window.last_month <= last)
        return window.overage.why();
  return std::nullopt;
}

void settle(assessment& all, const model::commitment& commitment, int first, int last, known<rational>& total) {
  rational charged;
  for (const auto& one : all.charges)
    if (one.month >= first && one.month <= last)
      charged += one.amount;
  const auto least = commitment.least.rounded(all.contract->decimals, all.contract->rounding);
  if (charged >= least)
    return;
  if (auto why = unpriced(all, first, last)) {
    total = *why;
    return;
  }
  all.charges.push_back({kind::true_up, nullptr, last, least - charged, commitment.at});
}

known<rational> charge_true_ups(assessment& all) {
  known<rational> total = rational();
  const auto& months = all.contract->months;
  for (const bool yearly : {true, false})
    for (const auto& commitment : all.contract->commitments) {
      if (commitment.per_year != yearly)
        continue;
      const int length = yearly ? 12 : months.size();
      for (int first = 1; first <= months.size(); first += length)
        settle(all, commitment, first, std::min(first + length - 1, months.size()), total);
    }
  return total;
}

// ---- sums

rational sum(const std::vector<line>& lines, kind what) {
  rational result;
  for (const auto& one : lines)
    if (one.what == what)
      result += one.amount;
  return result;
}

void total(assessment& all, known<rational> true_up) {
  auto& totals = all.totals;
  totals.commitment = sum(all.charges, kind::commitment);
  totals.packs = sum(all.charges, kind::pack);
  totals.overage = sum(all.charges, kind::overage);
  totals.true_up = true_up ? known<rational>(sum(all.charges, kind::true_up)) : true_up;
  for (const auto& one : all.charges)
    totals.cost += one.amount;
  if (auto why = unpriced(all, 1, all.contract->months.size()))
    totals.overage = *why;
  for (const auto* part : {&totals.overage, &totals.true_up})
    if (!*part &&
        std::find(totals.missing.begin(), totals.missing.end(), part->why().missing) == totals.missing.end())
      totals.missing.push_back(part->why().missing);
  totals.complete = totals.missing.empty();
}

// By month; within one the order stays.
std::vector<line> by_month(std::vector<line> lines, int months) {
  std::vector<std::size_t> next(static_cast<std::size_t>(months) + 2);
  for (const auto& one : lines)
    ++next[static_cast<std::size_t>(one.month) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<line> sorted(lines.size());
  for (auto& one : lines)
    sorted[next[static_cast<std::size_t>(one.month)]++] = std::move(one);
  return sorted;
}

} // namespace

void write_invoice(assessment& all) {
  const invoice to{*all.contract, all.charges};
  all.charges.reserve(all.skus.size() * all.contract->months.months().size());
  for (const auto& sku : all.skus) {
    charge_commitment(to, sku);
    charge_packs(to, *sku.sku);
    charge_overage(to, sku);
  }
  const auto true_up = charge_true_ups(all);
  all.charges = by_month(std::move(all.charges), all.contract->months.size());
  total(all, true_up);
}

} // namespace proviso::metering
