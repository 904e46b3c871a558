// The multipliers of a leaf, offer by offer.
#pragma once

#include "verifying/capacity.hpp"

namespace proviso::verifying {

// By row, as certificate.hpp orders them.
struct priced_rows {
  wide scale = 1;
  std::vector<std::int64_t> multipliers;
};

// The multipliers of one offer's rows.
struct offer_prices {
  std::vector<std::int64_t> windows;
  std::vector<std::int64_t> stretches;
  std::int64_t uncovered = 0;
  std::vector<std::int64_t> by_month; // of the window that holds it, else 0
};

// With those of the periods, which come last.
[[nodiscard]] std::size_t rows_of(const optimizing::problem& of);

// As many multipliers as there are rows.
[[nodiscard]] std::vector<offer_prices> by_offer(const optimizing::problem& of, const priced_rows& rows);

// Whether the multipliers of periods are parts of their charges, from none to all.
[[nodiscard]] bool are_parts(const optimizing::problem& of, const priced_rows& rows);

// By period, the part of its charges that counts, of the scale; all of one where the problem has none.
[[nodiscard]] std::vector<wide> parts_charged(const optimizing::problem& of, const priced_rows& rows);

// Whether a stretch of the offer holds the month, and whether none holds one of the problem's.
[[nodiscard]] bool is_covered(const optimizing::offer& from, std::uint32_t month);
[[nodiscard]] bool misses_months(const optimizing::problem& of, const optimizing::offer& from);

} // namespace proviso::verifying
