// The stretches of a SKU between its own ramps, and what of each stretch's quantity no month needs.
#pragma once

#include "metering/assessment.hpp"

#include <cstdint>
#include <vector>

namespace proviso::checking {

struct month_range { // both belong to it
  int first = 0;
  int last = 0;
};

struct stretch {
  std::uint32_t sku = 0; // among those of the contract
  int first_month = 0;
  int last_month = 0;
  std::int64_t quantity = 0;

  [[nodiscard]] month_range months() const { return {first_month, last_month}; }
};

// By SKU and month; months in which a SKU is not sold belong to none.
[[nodiscard]] std::vector<stretch> stretches(const metering::assessment& all);

// The most that can be given up of the quantity, in whole blocks and down to the minimum, so that no window of
// the stretch is exceeded or leans on its grace, no user loses an account and no member a license. Rollover is
// left out of it: what a month leaves may be needed later.
[[nodiscard]] base::known<std::int64_t> spare(const metering::assessment& all, const stretch& of);

// The quantity with which nothing is due, no user is without an account and no member without a license: more
// than is bought where that is exceeded. Blocks and the minimum are left out of it, but for a pool that is
// exceeded, whose addition is in whole blocks. Of some months alone it is what these need; what a window leaves
// is spread over all its months of the stretch, for one quantity holds in them.
[[nodiscard]] base::known<std::int64_t> least_needed(const metering::assessment& all, const stretch& of,
                                                     month_range in);

// What the contract costs less without the spare quantity: both are metered and charged in full, so tiers,
// rounding and true-ups are in it.
[[nodiscard]] base::known<base::rational> spare_value(const metering::assessment& all, const stretch& of);

} // namespace proviso::checking
