#include "savings/tariff.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace proviso::savings {
namespace {

using base::rational;
using model::block_price;
using model::flat_price;
using model::sliced_price;

struct listed { // tiers of a month as the price list has them
  stretch_tariff& to;

  void operator()(const flat_price& p) const { to.tiers = {{0, p.amount}}; }
  void operator()(const block_price& p) const {
    to.tiers = {{0, p.amount / rational(p.size)}};
    to.step = p.size;
  }
  void operator()(const sliced_price& p) const {
    to.volume = p.volume;
    std::int64_t over = 0;
    for (const auto& slice : p.slices) {
      to.tiers.push_back({over, slice.amount});
      over += slice.size.value_or(0);
      to.end = slice.size ? std::optional(over) : std::nullopt;
    }
  }
};

rational part_of_month(const model::contract& contract, int month) {
  const auto& in = contract.months[month];
  return contract.short_months_by_day && in.is_short() ? rational(in.days.days(), in.whole.days())
                                                       : rational(1);
}

// A line of the invoice that a stretch writes.
struct line {
  int year = 0;
  rational months; // or years, where it is of a yearly price
};

std::vector<line> lines_of(const model::contract& contract, const stretch& in, bool yearly) {
  std::map<int, rational> lines;
  for (int month = in.first_month; month <= in.last_month; ++month)
    lines[yearly ? model::calendar::year_of(month) : month] += part_of_month(contract, month);
  std::vector<line> result;
  for (const auto& [when, months] : lines)
    result.push_back({yearly ? when : model::calendar::year_of(when), yearly ? months / rational(12) : months});
  return result;
}

bool shares_a_year(const model::contract& contract, const stretch& in) {
  const bool starts = (in.first_month - 1) % 12 == 0;
  const bool ends = in.last_month % 12 == 0 || in.last_month == contract.months.size();
  return !starts || !ends;
}

bool whole_lines(const std::vector<unit_tier>& tiers, const std::vector<line>& lines) {
  return std::ranges::all_of(tiers, [&](const auto& tier) {
    return std::ranges::all_of(lines, [&](const auto& each) { return (tier.price * each.months).is_whole(); });
  });
}

// The greatest of which both are whole multiples; 0 where either is not told exactly.
rational common_part(const rational& a, const rational& b) {
  const auto left = a.fraction();
  const auto right = b.fraction();
  if (!left || !right)
    return {};
  std::int64_t numerator = 0;
  std::int64_t other = 0;
  std::int64_t denominator = 0;
  if (__builtin_mul_overflow(left->numerator, right->denominator, &numerator) ||
      __builtin_mul_overflow(right->numerator, left->denominator, &other) ||
      __builtin_mul_overflow(left->denominator, right->denominator, &denominator))
    return {};
  return {std::gcd(numerator, other), denominator};
}

// Lines that are not alike, as charges that are: one, or where years are told apart, as many of the common part
// of the years as each year has. Gives what one charge is of.
rational merge_lines(const std::vector<line>& lines, int years, bool by_year, stretch_tariff& to) {
  std::vector<rational> sums(static_cast<std::size_t>(years));
  rational all;
  for (const auto& each : lines) {
    sums[static_cast<std::size_t>(each.year) - 1] += each.months;
    all += each.months;
  }
  to.in_years.clear();
  auto part = all;
  for (const auto& sum : sums)
    if (by_year && !sum.is_zero())
      part = common_part(part, sum);
  for (const auto& sum : sums)
    to.in_years.push_back(by_year && !part.is_zero() ? (sum / part).whole().value_or(0) : 0);
  to.charges = by_year ? std::accumulate(to.in_years.begin(), to.in_years.end(), std::int64_t{0}) : 1;
  const bool exact =
      std::ranges::all_of(to.tiers, [&](const auto& tier) { return (tier.price * part).is_whole(); });
  to.rough += by_year && !exact ? to.charges : 0;
  return part;
}

std::vector<rational*> amounts_of(model::price& price) {
  if (auto* flat = std::get_if<flat_price>(&price.how))
    return {&flat->amount};
  if (auto* block = std::get_if<block_price>(&price.how))
    return {&block->amount};
  std::vector<rational*> result;
  for (auto& slice : std::get<sliced_price>(price.how).slices)
    result.push_back(&slice.amount);
  return result;
}

} // namespace

stretch_tariff tariff_of(const model::contract& contract, const model::sku& sku, const stretch& in,
                         bool by_year) {
  stretch_tariff result;
  const auto years = model::calendar::year_of(contract.months.size());
  result.in_years.resize(static_cast<std::size_t>(years));
  const auto terms = sku.on(contract.months[in.first_month].days.first);
  if (!terms.price) {
    result.tiers = {{0, rational()}};
    result.in_years.front() = result.charges;
    return result;
  }
  std::visit(listed{result}, terms.price->value.how);
  const auto net = rational(1) - (terms.discount ? terms.discount->value : rational());
  for (auto& tier : result.tiers)
    tier.price *= net * rational(10).power(static_cast<std::uint32_t>(contract.decimals));
  const bool yearly = terms.price->value.per_year;
  const auto lines = lines_of(contract, in, yearly);
  const bool alike =
      std::ranges::all_of(lines, [&](const auto& each) { return each.months == lines.front().months; });
  const bool usual = sku.rounding.value_or(contract.rounding) == base::rounding::half_up;
  const bool apart = alike && usual && !(yearly && shares_a_year(contract, in));
  if (!apart && !whole_lines(result.tiers, lines))
    result.rough = static_cast<std::int64_t>(lines.size());
  result.charges = static_cast<std::int64_t>(lines.size());
  for (const auto& each : lines)
    ++result.in_years[static_cast<std::size_t>(each.year) - 1];
  const auto a_charge = apart ? lines.front().months : merge_lines(lines, years, by_year, result);
  for (auto& tier : result.tiers)
    tier.price *= a_charge;
  return result;
}

void scale(model::price& price, const rational& by) {
  for (auto* amount : amounts_of(price))
    *amount *= by;
}

bool costs_nothing(model::price price) {
  return std::ranges::all_of(amounts_of(price), [](const auto* amount) { return amount->is_zero(); });
}

void common_denominator::meet(const rational& value) {
  const auto parts = value.fraction();
  std::int64_t least = 0;
  const auto factor = parts ? parts->denominator / std::gcd(least_, parts->denominator) : 0;
  fits_ = fits_ && parts && !__builtin_mul_overflow(least_, factor, &least);
  if (fits_)
    least_ = least;
}

std::optional<std::int64_t> common_denominator::value(std::int64_t most) const {
  return fits_ && least_ <= most ? std::optional(least_) : std::nullopt;
}

std::optional<std::int64_t> common_denominator::scaled(const rational& value, std::int64_t by) {
  return (value * rational(by)).whole();
}

} // namespace proviso::savings
