// The series in whole numbers against the machine's own functions, and the moments of what is drawn.
#include "simulating/log_normal.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <vector>

namespace proviso::simulating {
namespace {

constexpr double unit = 1.0 / (std::int64_t{1} << fixed_bits);
constexpr double exact = 1e-14;

double value(fixed of) {
  return static_cast<double>(of) * unit;
}

TEST(fixed_point, logarithms_agree_with_the_machine) {
  for (const double x : {2e-19, 1e-9, 0.1, 0.4999, 0.5, 0.75, 0.9999999, 1.0}) {
    const auto bits = static_cast<std::uint64_t>(std::ldexp(x, 63));
    EXPECT_NEAR(value(natural_log(bits, 63)), std::log(std::ldexp(static_cast<double>(bits), -63)), 1e-13) << x;
  }
}

TEST(fixed_point, exponentials_agree_with_the_machine) {
  for (const double x : {-30.0, -3.5, -0.7, -1e-6, 0.0, 0.3, 0.7, 5.0, 19.9}) {
    const auto power = static_cast<fixed>(std::ldexp(x, fixed_bits));
    EXPECT_NEAR(std::ldexp(static_cast<double>(exponential(power, 32)), -32), std::exp(x),
                std::exp(x) * exact + 1.2e-10)
        << x;
  }
  EXPECT_EQ(exponential(fixed{40} << fixed_bits, 32), std::int64_t{1} << 62);
  EXPECT_EQ(exponential(-(fixed{90} << fixed_bits), 32), 0);
}

TEST(fixed_point, cosines_and_roots_agree_with_the_machine) {
  for (const double turn : {0.0, 0.1, 0.2499, 0.25, 0.3, 0.5, 0.6, 0.75, 0.9, 0.999}) {
    const auto bits = static_cast<std::uint64_t>(std::ldexp(turn, 63)) << 1;
    EXPECT_NEAR(value(cosine_of_turn(bits)), std::cos(2 * std::numbers::pi * turn), exact) << turn;
  }
  for (const double x : {0.0, 1e-9, 0.25, 2.0, 88.7})
    EXPECT_NEAR(value(square_root(static_cast<fixed>(std::ldexp(x, fixed_bits)))), std::sqrt(x), 1e-11) << x;
}

TEST(normals, have_the_moments_and_the_tails_of_a_standard_normal) {
  constexpr int draws = 200'000;
  stream numbers(3, 0, 0, 0);
  double sum = 0;
  double squares = 0;
  int beyond_two = 0;
  for (int i = 0; i < draws; ++i) {
    const auto z = value(normal(numbers));
    sum += z;
    squares += z * z;
    beyond_two += std::abs(z) > 2 ? 1 : 0;
  }
  EXPECT_NEAR(sum / draws, 0, 0.01); // four standard errors
  EXPECT_NEAR(squares / draws, 1, 0.013);
  EXPECT_NEAR(beyond_two / double{draws}, 0.0455, 0.002);
}

TEST(log_normals, have_mean_one_and_the_spread_as_deviation) {
  constexpr int draws = 200'000;
  for (const int percent : {5, 20, 50}) {
    const log_normal factor(base::rational(percent, 100));
    stream numbers(11, 0, static_cast<std::uint64_t>(percent), 0);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; ++i) {
      const auto f = std::ldexp(static_cast<double>(factor.draw(numbers)), -log_normal::factor_bits);
      sum += f;
      squares += (f - 1) * (f - 1);
    }
    const auto spread = percent / 100.0;
    EXPECT_NEAR(sum / draws, 1, 4 * spread / std::sqrt(draws));
    EXPECT_NEAR(std::sqrt(squares / draws), spread, spread * 0.03);
  }
}

// The draws of one seed, for all machines and all times.
TEST(log_normals, draw_the_same_everywhere) {
  const log_normal factor(base::rational(1, 5));
  stream numbers(1, 2, 3, 4);
  std::vector<std::uint64_t> drawn;
  for (int i = 0; i < 4; ++i)
    drawn.push_back(factor.draw(numbers));
  EXPECT_EQ(drawn, (std::vector<std::uint64_t>{4382781151, 5268735381, 4120286150, 3797025200}));
}

} // namespace
} // namespace proviso::simulating
