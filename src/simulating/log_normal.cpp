#include "simulating/log_normal.hpp"

#include <array>
#include <bit>

namespace proviso::simulating {
namespace {

constexpr fixed one = fixed{1} << fixed_bits;
constexpr fixed ln_2 = 3121657384082680;    // 0.693147180559945309… × 2^52, rounded
constexpr fixed half_pi = 7074237752028440; // 1.570796326794896619… × 2^52, rounded

constexpr fixed times(fixed a, fixed b) {
  return static_cast<fixed>((wide{a} * b) >> fixed_bits);
}

// one ÷ divisor(n) for each term of a series.
template <std::size_t Terms, typename Divisor>
constexpr std::array<fixed, Terms> reciprocals(Divisor divisor) {
  std::array<fixed, Terms> result{};
  for (std::size_t n = 0; n < Terms; ++n)
    result[n] = one / divisor(static_cast<fixed>(n));
  return result;
}

} // namespace

// value = m × 2^e with m from 1 to 2; ln m = 2 (t + t³/3 + t⁵/5 + …) with t = (m − 1) ÷ (m + 1), at most 1/3.
fixed natural_log(std::uint64_t value, int fraction_bits) {
  static constexpr auto parts = reciprocals<18>([](fixed n) { return 2 * n + 1; });
  const int zeros = std::countl_zero(value);
  const auto m = static_cast<fixed>((value << zeros) >> (63 - fixed_bits));
  const auto t = static_cast<fixed>((wide{m - one} << fixed_bits) / (m + one));
  const auto square = times(t, t);
  fixed sum = 0;
  for (auto n = parts.size(); n-- > 0;)
    sum = times(sum, square) + parts[n];
  return 2 * times(t, sum) + (63 - zeros - fraction_bits) * ln_2;
}

// power = k ln 2 + f with f from 0 to ln 2; 1 + f (1 + f/2 (1 + f/3 (…))).
fixed exponential(fixed power, int fraction_bits) {
  static constexpr auto parts = reciprocals<18>([](fixed n) { return n + 1; });
  constexpr int most_bits = 62;
  fixed k = power / ln_2;
  fixed f = power % ln_2;
  if (f < 0) {
    f += ln_2;
    --k;
  }
  fixed sum = one;
  for (auto n = parts.size(); n-- > 0;)
    sum = one + times(times(f, sum), parts[n]);
  const auto shift = k + fraction_bits - fixed_bits;
  if (shift <= -most_bits)
    return 0;
  if (shift < 0)
    return (sum + (fixed{1} << (-shift - 1))) >> -shift;
  return shift >= most_bits - fixed_bits ? fixed{1} << most_bits : sum << shift;
}

// x × 1/√x, by Newton's y (3 − x y²) / 2 from a line that is within a tenth; x is brought to 1 to 4 by even
// shifts.
fixed square_root(fixed value) {
  constexpr int rounds = 5;
  if (value <= 0)
    return 0;
  const int above = 63 - std::countl_zero(static_cast<std::uint64_t>(value)) - fixed_bits;
  const int shift = above & ~1; // even, downwards
  const auto x = shift >= 0 ? value >> shift : value << -shift;
  auto y = one + one / 20 - times(x, one * 29 / 200);
  for (int i = 0; i < rounds; ++i)
    y = times(y, 3 * one - times(x, times(y, y))) / 2;
  const auto root = times(x, y);
  return shift >= 0 ? root << (shift / 2) : root >> (-shift / 2);
}

// The first two bits are the quarter; in it 1 − x²/2! + x⁴/4! − …, of x or of what is left to its end.
fixed cosine_of_turn(std::uint64_t turn) {
  static constexpr auto parts = reciprocals<13>([](fixed n) { return (2 * n + 1) * (2 * n + 2); });
  const auto quarter = turn >> 62;
  const auto part = static_cast<fixed>((turn << 2) >> (64 - fixed_bits)); // 0 to 1
  const auto x = times(quarter % 2 == 0 ? part : one - part, half_pi);
  const auto square = times(x, x);
  fixed sum = one;
  for (auto n = parts.size(); n-- > 0;)
    sum = one - times(times(square, sum), parts[n]);
  return quarter == 1 || quarter == 2 ? -sum : sum;
}

fixed normal(stream& from) {
  const auto u = from.next() | 1; // never 0
  const auto v = from.next();
  return times(square_root(-2 * natural_log(u, 64)), cosine_of_turn(v));
}

log_normal::log_normal(const base::rational& spread) {
  constexpr int precision = 40; // 1 + 100² has 14 bits before the point
  const auto variance = base::rational(1) + spread * spread;
  const auto units =
      (variance * base::rational(std::int64_t{1} << precision)).rounded(0, base::rounding::half_up);
  const auto log = natural_log(static_cast<std::uint64_t>(units.whole().value_or(0)), precision);
  sigma_ = square_root(log);
  half_variance_ = log / 2;
}

std::uint64_t log_normal::draw(stream& from) const {
  return static_cast<std::uint64_t>(exponential(times(sigma_, normal(from)) - half_variance_, factor_bits));
}

} // namespace proviso::simulating
