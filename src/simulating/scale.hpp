// A count times an exact factor, rounded half up as metering rounds it.
#pragma once

#include "base/rational.hpp"
#include "simulating/wide.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace proviso::simulating {

// Beyond this many logins or users nothing is counted on.
inline constexpr std::int64_t most_simulated = 1'000'000'000'000;

class scale {
public:
  scale() = default; // 1
  // A decimal number of a few digits, divided by `days`.
  scale(const base::rational& factor, std::int64_t days) : large_(factor) {
    for (denominator_ = days; denominator_ <= most_denominator; denominator_ *= 10)
      if (const auto whole = (factor * base::rational(denominator_)).whole()) {
        numerator_ = *whole;
        large_.reset();
        return;
      }
  }

  // At most `most_simulated`.
  [[nodiscard]] std::int64_t operator()(std::int64_t count) const {
    if (large_)
      return std::min(base::whole_half_up(base::rational(count) * *large_).value_or(most_simulated),
                      most_simulated);
    if (numerator_ == denominator_)
      return std::min(count, most_simulated);
    std::int64_t twice = 0; // mostly fits, and is then divided many times faster
    if (!__builtin_mul_overflow(count, numerator_, &twice) && twice <= most_denominator * most_denominator)
      return std::min((2 * twice + denominator_) / (2 * denominator_), most_simulated);
    const auto whole = (wide{count} * numerator_ * 2 + denominator_) / (wide{denominator_} * 2);
    return static_cast<std::int64_t>(std::min<wide>(whole, most_simulated));
  }

private:
  static constexpr std::int64_t most_denominator = 1'000'000'000;
  std::int64_t numerator_ = 1;
  std::int64_t denominator_ = 1;
  std::optional<base::rational> large_; // where it has more digits
};

} // namespace proviso::simulating
