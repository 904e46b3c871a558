#include "verifying/row_prices.hpp"

#include <algorithm>

namespace proviso::verifying {

using optimizing::problem;

std::size_t rows_of(const problem& of) {
  std::size_t rows = 0;
  for (const auto& each : of.offers)
    rows += each.windows.size() + each.stretches.size() + 1;
  return rows + of.periods.size();
}

std::vector<offer_prices> by_offer(const problem& of, const priced_rows& rows) {
  std::vector<offer_prices> all;
  auto next = rows.multipliers.begin();
  for (const auto& from : of.offers) {
    offer_prices one;
    one.by_month.resize(of.months);
    for (const auto& each : from.windows) {
      for (std::uint32_t month = 0; month < of.months; ++month)
        one.by_month[month] = contains(each.months, month) ? *next : one.by_month[month];
      one.windows.push_back(*next++);
    }
    for (std::size_t i = 0; i < from.stretches.size(); ++i)
      one.stretches.push_back(*next++);
    one.uncovered = *next++;
    all.push_back(std::move(one));
  }
  return all;
}

bool are_parts(const problem& of, const priced_rows& rows) {
  return std::all_of(rows.multipliers.end() - static_cast<std::ptrdiff_t>(of.periods.size()),
                     rows.multipliers.end(), [&](auto each) { return each <= rows.scale; });
}

std::vector<wide> parts_charged(const problem& of, const priced_rows& rows) {
  const auto begin = rows.multipliers.size() - of.periods.size();
  std::vector<wide> all;
  for (std::size_t i = 0; i < of.periods.size(); ++i)
    all.push_back(rows.scale - rows.multipliers[begin + i]);
  return of.periods.empty() ? std::vector<wide>{rows.scale} : all;
}

bool is_covered(const optimizing::offer& from, std::uint32_t month) {
  return std::ranges::any_of(from.stretches, [&](const auto& each) { return contains(each.months, month); });
}

bool misses_months(const problem& of, const optimizing::offer& from) {
  for (std::uint32_t month = 0; month < of.months; ++month)
    if (!is_covered(from, month))
      return true;
  return false;
}

} // namespace proviso::verifying
