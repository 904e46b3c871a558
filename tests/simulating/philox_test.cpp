// The published numbers of Philox 4×64 with ten rounds, and what a stream makes of them.
#include "simulating/philox.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace proviso::simulating {
namespace {

constexpr std::uint64_t all_ones = ~std::uint64_t{0};

// The known answers that Random123 ships as kat_vectors.
TEST(philox, gives_the_published_answers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}),
            (philox_block{0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b}));
  EXPECT_EQ(philox({all_ones, all_ones, all_ones, all_ones}, {all_ones, all_ones}),
            (philox_block{0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0}));
  EXPECT_EQ(philox({0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89},
                   {0x452821e638d01377, 0xbe5466cf34e90c6c}),
            (philox_block{0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6}));
}

TEST(streams, are_the_blocks_of_their_place_one_after_the_other) {
  stream numbers(7, 1, 2, 3);
  const auto first = philox({1, 2, 3, 0}, {7, 0});
  const auto second = philox({1, 2, 3, 1}, {7, 0});
  for (const auto expected : first)
    EXPECT_EQ(numbers.next(), expected);
  EXPECT_EQ(numbers.next(), second[0]);
}

TEST(streams, below_a_count_are_all_equally_likely) {
  stream numbers(1, 0, 0, 0);
  std::vector<int> seen(6);
  constexpr int draws = 60'000;
  for (int i = 0; i < draws; ++i)
    ++seen.at(numbers.below(6));
  double chi_square = 0; // five degrees of freedom: above 20.5 once in a thousand seeds
  for (const auto count : seen)
    chi_square += (count - draws / 6.0) * (count - draws / 6.0) / (draws / 6.0);
  EXPECT_LT(chi_square, 20.5);
}

} // namespace
} // namespace proviso::simulating
