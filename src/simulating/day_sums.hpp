// Sums of whole users' login days, drawn as sums: the distribution of the sum of 1, 2, 4, 8, … users is worked
// out once, each from the one before, and any number of users is a sum of such draws, one for each bit. That is
// the multinomial draw of how many users have how many days, summed, and costs a handful of table look-ups.
// Probabilities are whole numbers of 2^-62 and the look-ups are by alias (Walker; Vose) to 2^-48, so that the
// same numbers of a stream give the same sum on every machine.
#pragma once

#include "base/rational.hpp"
#include "simulating/philox.hpp"

#include <cstdint>
#include <vector>

namespace proviso::simulating {

inline constexpr int probability_bits = 62;

// The chance of `first` + i is weights[i] × 2^-62; they sum to 2^62.
struct distribution {
  std::int64_t first = 0;
  std::vector<std::uint64_t> weights;
};

struct day_chance {
  int days = 0;
  base::rational chance; // they sum to 1
  friend bool operator==(const day_chance&, const day_chance&) = default;
};

[[nodiscard]] distribution of_one_user(const std::vector<day_chance>& chances);
// Of the sum of two independent draws. What is less likely than 2^-63 is left out.
[[nodiscard]] distribution of_two(const distribution& one);

class alias_table {
public:
  explicit alias_table(const distribution& of);
  [[nodiscard]] std::int64_t draw(stream& from) const { return drawn_by(from.next()); }

  // What a number that is uniform over 64 bits draws. The high half of its product with the cells is the cell,
  // the low half the place in it. Which of the two it is cannot be foreseen: it is chosen without a jump.
  [[nodiscard]] std::int64_t drawn_by(std::uint64_t number) const {
    const auto product = wide_natural{number} * cells_.size();
    const auto at = static_cast<std::uint64_t>(product >> 64);
    const auto held = cells_[at];
    const auto other = held & ((std::uint64_t{1} << other_bits) - 1);
    const auto mask = -static_cast<std::uint64_t>(static_cast<std::uint64_t>(product) >= held);
    return first_ + static_cast<std::int64_t>(at ^ ((at ^ other) & mask));
  }

private:
  // A cell holds the share of it that is its own, of 2^48, and below that, in 16 bits, whose the rest is.
  static constexpr int other_bits = 16;
  std::int64_t first_ = 0;
  std::vector<std::uint64_t> cells_;
};

class day_sums {
public:
  // Tables for up to as many users as are expected, and while they stay small; more users take several draws of
  // the last one.
  day_sums(const std::vector<day_chance>& chances, std::int64_t users_expected);

  // Takes eight numbers at once: what it leaves of the last eight is not drawn again.
  [[nodiscard]] std::int64_t draw(std::int64_t users, stream& from) const;

private:
  std::vector<alias_table> tables_; // of 1, 2, 4, … users
};

} // namespace proviso::simulating
