// A log-normal factor, by whole numbers alone: no machine's logarithm, exponential or rounding of floats takes
// part, so every machine draws the same. Numbers are fixed point with 52 fractional bits; the series below are
// cut where a term is less than the last bit.
#pragma once

#include "base/rational.hpp"
#include "simulating/philox.hpp"

#include <cstdint>

namespace proviso::simulating {

using fixed = std::int64_t; // units of 2^-52
inline constexpr int fixed_bits = 52;

[[nodiscard]] fixed natural_log(std::uint64_t value, int fraction_bits); // of value × 2^-fraction_bits, above 0
[[nodiscard]] fixed exponential(fixed power, int fraction_bits); // in units of 2^-fraction_bits; at most 2^62
[[nodiscard]] fixed square_root(fixed value);
[[nodiscard]] fixed cosine_of_turn(std::uint64_t turn); // of 2π × turn × 2^-64

// Standard normal by Box and Muller: √(−2 ln u) × cos 2πv, of two numbers of the stream.
[[nodiscard]] fixed normal(stream& from);

// exp(σz − σ²/2) with σ² = ln(1 + spread²): mean 1, standard deviation `spread`.
class log_normal {
public:
  explicit log_normal(const base::rational& spread); // 0 to 100

  static constexpr int factor_bits = 32;
  [[nodiscard]] std::uint64_t draw(stream& from) const; // in units of 2^-32

private:
  fixed sigma_ = 0;
  fixed half_variance_ = 0;
};

} // namespace proviso::simulating
