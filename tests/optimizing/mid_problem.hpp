// Problems of a middling contract, the same for the same seed: a year of three licenses, each as a pool with
// packs and as seats, for some hundred users in bands.
#pragma once

#include "optimizing/problem.hpp"

#include <random>

namespace proviso::support {

class mid_problem {
public:
  explicit mid_problem(std::uint64_t seed) : draws_(seed) {}

  optimizing::problem operator()() {
    optimizing::problem of;
    of.months = months;
    for (std::uint32_t license = 0; license < licenses; ++license) {
      of.offers.push_back(pool(license + 1));
      of.offers.push_back(seats(license + 1));
    }
    for (count population = 0; population < populations; ++population)
      add_population(of, static_cast<std::uint32_t>(from(0, licenses - 1)));
    return of;
  }

private:
  using count = optimizing::count;
  static constexpr std::uint32_t months = 12;
  static constexpr std::uint32_t licenses = 3;
  static constexpr count populations = 8;
  static constexpr count bands = 6;

  count from(count low, count high) {
    return low + static_cast<count>(draws_() % static_cast<std::uint64_t>(high - low + 1));
  }

  // Falling by tiers: what is bought beyond them costs less.
  optimizing::stretch bought(count block, count minimum, count price) {
    optimizing::stretch all;
    all.months = {0, months};
    all.block = block;
    all.minimum = minimum;
    all.tiers = {{0, price}, {from(2, 5) * block, price * 9 / 10}};
    all.charges = months;
    return all;
  }

  optimizing::offer pool(count grade) {
    optimizing::offer all;
    all.stretches = {bought(50, 0, 200 * grade + from(-20, 20))};
    const auto length = static_cast<std::uint32_t>(from(0, 1) == 0 ? 1 : 3);
    for (std::uint32_t first = 0; first < months; first += length)
      all.windows.push_back({{first, length}, 0, 1, from(0, 10), optimizing::overage{250 * grade, 1}});
    all.packs.push_back({static_cast<std::uint32_t>(from(0, months - 1)), 100, 15'000 * grade, false});
    return all;
  }

  optimizing::offer seats(count grade) {
    optimizing::offer all;
    all.stretches = {bought(1, from(0, 1) * 20, 500 * grade + from(-50, 50))};
    all.users_per_unit = 1;
    return all;
  }

  // Who may take its own license, or a dearer one.
  void add_population(optimizing::problem& of, std::uint32_t least) {
    const auto profile = static_cast<std::uint32_t>(of.profiles.size() / months);
    for (std::uint32_t month = 0; month < months; ++month)
      of.profiles.push_back(from(1, 3));
    of.menus.emplace_back();
    for (auto license = least; license < licenses; ++license) {
      const auto load = static_cast<std::uint32_t>(of.loads.size());
      of.loads.push_back({2 * license, false, {}});
      of.menus.back().push_back({2 * license, load});
      of.menus.back().push_back({2 * license + 1, optimizing::no_load});
    }
    for (count band = 1; band <= bands; ++band)
      of.segments.push_back({from(5, 60), static_cast<std::uint32_t>(of.menus.size() - 1), profile, band});
  }

  std::mt19937_64 draws_;
};

} // namespace proviso::support
