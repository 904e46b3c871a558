// Numbers that look random and depend on nothing but where they stand: Philox 4×64 with ten rounds, of Salmon,
// Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3" (SC11). Whoever asks for the numbers of
// a place gets the same ones, on every machine and whatever thread asked for others before.
#pragma once

#include "simulating/wide.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace proviso::simulating {

using philox_block = std::array<std::uint64_t, 4>;
using philox_key = std::array<std::uint64_t, 2>;

[[nodiscard]] inline philox_block philox(philox_block at, philox_key key) {
  constexpr int rounds = 10;
  const auto high = [](wide_natural product) { return static_cast<std::uint64_t>(product >> 64); };
  for (int round = 0; round < rounds; ++round) {
    const auto a = wide_natural{0xD2E7470EE14C6C93} * at[0];
    const auto b = wide_natural{0xCA5A826395121157} * at[2];
    at = {high(b) ^ at[1] ^ key[0], static_cast<std::uint64_t>(b), high(a) ^ at[3] ^ key[1],
          static_cast<std::uint64_t>(a)};
    key = {key[0] + 0x9E3779B97F4A7C15, key[1] + 0xBB67AE8584CAA73B};
  }
  return at;
}

// The numbers of one place, in order, each uniform over 64 bits.
class stream {
public:
  stream(std::uint64_t seed, std::uint64_t run, std::uint64_t subject, std::uint64_t month)
      : key_{seed, 0}, at_{run, subject, month, 0} {}

  [[nodiscard]] std::uint64_t next() {
    if (taken_ == drawn_.size())
      draw();
    return drawn_[taken_++];
  }

  // The next numbers, so many at once: those of `next` where none was asked for before.
  [[nodiscard]] const std::array<std::uint64_t, 8>& next_eight() {
    draw();
    taken_ = drawn_.size();
    return drawn_;
  }

  // Below `count`, each equally likely but for 2^-64 × count.
  [[nodiscard]] std::uint64_t below(std::uint64_t count) {
    return static_cast<std::uint64_t>((wide_natural{next()} * count) >> 64);
  }

private:
  // Two blocks: a processor works on both at once.
  void draw() {
    const auto first = philox(at_, key_);
    const auto second = philox({at_[0], at_[1], at_[2], at_[3] + 1}, key_);
    std::copy(first.begin(), first.end(), drawn_.begin());
    std::copy(second.begin(), second.end(), drawn_.begin() + first.size());
    at_[3] += 2;
    taken_ = 0;
  }

  philox_key key_;
  philox_block at_;
  std::array<std::uint64_t, 8> drawn_; // NOLINT: filled when the first is asked for
  std::size_t taken_ = drawn_.size();
};

} // namespace proviso::simulating
