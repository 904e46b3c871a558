// Sums of users and logins that cannot overflow: they stop at one beyond the most that is accepted.
#pragma once

#include <algorithm>
#include <cstdint>

namespace proviso::metering {

inline constexpr std::int64_t most_counted = 1'000'000'000'000'000; // 10^15
inline constexpr std::int64_t beyond_range = most_counted + 1;

// Both are at most `beyond_range`, and so is the sum.
[[nodiscard]] constexpr std::int64_t capped_sum(std::int64_t a, std::int64_t b) {
  return std::min(a + b, beyond_range);
}

} // namespace proviso::metering
