// Sums of login days against the exact distribution: chances, moments and chi-square.
#include "simulating/day_sums.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <map>

namespace proviso::simulating {
namespace {

using base::rational;

const std::vector<day_chance> portal{{0, rational(40, 100)},
                                     {1, rational(30, 100)},
                                     {2, rational(15, 100)},
                                     {4, rational(10, 100)},
                                     {12, rational(5, 100)}};

// The exact distribution of the sum, user by user.
std::map<std::int64_t, rational> exact_sums(const std::vector<day_chance>& chances, int users) {
  std::map<std::int64_t, rational> all{{0, rational(1)}};
  for (int i = 0; i < users; ++i) {
    std::map<std::int64_t, rational> next;
    for (const auto& [sum, chance] : all)
      for (const auto& one : chances)
        next[sum + one.days] += chance * one.chance;
    all = std::move(next);
  }
  return all;
}

double as_double(const rational& value) {
  return std::stod(value.fixed(30));
}

TEST(distributions, of_two_four_and_eight_users_are_exact_to_the_last_bits) {
  auto made = of_one_user(portal);
  for (const int users : {2, 4, 8}) {
    made = of_two(made);
    const auto exact = exact_sums(portal, users);
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < made.weights.size(); ++i) {
      total += made.weights[i];
      const auto found = exact.find(made.first + static_cast<std::int64_t>(i));
      const auto expected = found == exact.end() ? 0.0 : as_double(found->second);
      EXPECT_NEAR(std::ldexp(static_cast<double>(made.weights[i]), -probability_bits), expected, 1e-15);
    }
    EXPECT_EQ(total, std::uint64_t{1} << probability_bits);
  }
}

TEST(day_sums, of_five_users_have_the_exact_distribution_by_chi_square) {
  constexpr int draws = 200'000;
  const day_sums sums(portal, 5); // of 4 and of 1
  stream numbers(17, 0, 0, 0);
  std::map<std::int64_t, int> seen;
  for (int i = 0; i < draws; ++i)
    ++seen[sums.draw(5, numbers)];
  double chi_square = 0;
  int cells = 0;
  double rare = 0;
  int rare_seen = draws;
  for (const auto& [sum, chance] : exact_sums(portal, 5)) {
    const auto expected = as_double(chance) * draws;
    if (expected < 20) {
      rare += expected;
      continue;
    }
    rare_seen -= seen[sum];
    chi_square += (seen[sum] - expected) * (seen[sum] - expected) / expected;
    ++cells;
  }
  chi_square += (rare_seen - rare) * (rare_seen - rare) / rare;
  ASSERT_GT(cells, 20); // so many degrees of freedom, and 4 standard deviations
  EXPECT_LT(chi_square, cells + 4 * std::sqrt(2.0 * cells));
}

TEST(day_sums, of_many_users_have_their_mean_and_variance) {
  constexpr int draws = 20'000;
  constexpr std::int64_t users = 11'110;
  constexpr double mean = 1.6;
  constexpr double variance = 0.3 + 0.15 * 4 + 0.1 * 16 + 0.05 * 144 - mean * mean;
  for (const std::int64_t expected : {users, std::int64_t{300}}) { // with fewer, the last table is drawn often
    const day_sums sums(portal, expected);
    stream numbers(23, 0, static_cast<std::uint64_t>(expected), 0);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; ++i) {
      const auto off = static_cast<double>(sums.draw(users, numbers)) - users * mean;
      sum += off;
      squares += off * off;
    }
    EXPECT_NEAR(sum / draws, 0, 4 * std::sqrt(users * variance / draws));
    EXPECT_NEAR(squares / draws / (users * variance), 1, 4 * std::sqrt(2.0 / draws));
  }
}

TEST(day_sums, of_nobody_and_of_the_certain_need_no_luck) {
  const day_sums certain({{4, rational(1)}}, 100);
  stream numbers(1, 0, 0, 0);
  EXPECT_EQ(certain.draw(0, numbers), 0);
  EXPECT_EQ(certain.draw(77, numbers), 4 * 77);
  EXPECT_EQ(certain.draw(1'000'003, numbers), 4 * 1'000'003);
}

TEST(day_sums, never_leave_what_users_can_do) {
  const day_sums extremes({{0, rational(1, 2)}, {31, rational(1, 2)}}, 64);
  stream numbers(5, 0, 0, 0);
  for (int users = 1; users < 200; ++users) {
    const auto sum = extremes.draw(users, numbers);
    EXPECT_EQ(sum % 31, 0);
    EXPECT_GE(sum, 0);
    EXPECT_LE(sum, 31 * users);
  }
}

} // namespace
} // namespace proviso::simulating
