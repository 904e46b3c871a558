// Tiny problems of every kind, the same for the same seed.
#pragma once

#include "optimizing/problem.hpp"

#include <random>

namespace proviso::support {

class random_problem {
public:
  explicit random_problem(std::uint64_t seed) : draws_(seed) {}

  optimizing::problem operator()() {
    optimizing::problem of;
    of.months = static_cast<std::uint32_t>(from(1, 3));
    of.denominator = pick({1, 1, 2, 10});
    of.minor = pick({1, 1, 1, 10});
    of.least_cost = chance(10) ? from(0, 100) : 0;
    const auto offers = static_cast<std::uint32_t>(from(1, 3));
    for (std::uint32_t i = 0; i < offers; ++i) {
      of.offers.push_back(chance(40) ? seats(of) : pool(of));
      of.loads.push_back({i, chance(60), bases(of)});
    }
    const auto segments = from(1, 3);
    for (count i = 0; i < segments; ++i)
      add_segment(of);
    if (chance(30))
      add_periods(of);
    return of;
  }

private:
  using count = optimizing::count;

  count from(count low, count high) {
    return low + static_cast<count>(draws_() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool chance(count percent) { return from(1, 100) <= percent; }
  count pick(std::initializer_list<count> all) {
    return *(all.begin() + from(0, static_cast<count>(all.size()) - 1));
  }

  optimizing::stretch stretch_of(optimizing::run months) {
    optimizing::stretch all;
    all.months = months;
    all.block = pick({1, 1, 2, 3});
    all.minimum = chance(30) ? from(0, 5) : 0;
    all.limit = chance(20) ? all.minimum + from(0, 6) + all.block : optimizing::unlimited;
    all.optional = chance(70);
    all.kind = chance(50) ? optimizing::tiering::volume : optimizing::tiering::graduated;
    count over = 0;
    for (auto tiers = from(1, 3); tiers > 0; --tiers) {
      all.tiers.push_back({over, from(0, 12)});
      over += from(1, 4);
    }
    all.charges = pick({1, 1, 2, 3});
    if (chance(5))
      all.limit = all.minimum;
    return all;
  }

  std::vector<optimizing::stretch> stretches(const optimizing::problem& of) {
    if (of.months > 1 && chance(30)) {
      auto first = stretch_of({0, 1});
      return {first, stretch_of({1, of.months - (chance(80) ? 1 : 2) == 0 ? 1 : of.months - 1})};
    }
    return {stretch_of({0, of.months})};
  }

  std::vector<count> bases(const optimizing::problem& of) {
    std::vector<count> all;
    for (std::uint32_t i = 0; i < of.months; ++i)
      all.push_back(from(-4, 8));
    return chance(30) ? all : std::vector<count>();
  }

  std::vector<count> some_users(const optimizing::problem& of) {
    std::vector<count> all;
    for (std::uint32_t i = 0; i < of.months; ++i)
      all.push_back(from(-2, 2));
    return chance(30) ? all : std::vector<count>();
  }

  optimizing::offer seats(const optimizing::problem& of) {
    optimizing::offer all;
    all.stretches = stretches(of);
    all.users_per_unit = pick({1, 1, 1, 2});
    all.users = some_users(of);
    return all;
  }

  optimizing::offer pool(const optimizing::problem& of) {
    optimizing::offer all;
    all.stretches = stretches(of);
    for (std::uint32_t first = 0; first < of.months;) {
      optimizing::window one;
      one.months = {first, static_cast<std::uint32_t>(from(1, of.months - first))};
      if (chance(30)) {
        one.share = from(1, 3);
        one.shares = pick({4, 10});
      }
      one.grace = chance(20) ? from(1, 3) : 0;
      if (chance(60))
        one.beyond = optimizing::overage{from(0, 20), pick({1, 1, 2, 5})};
      first += one.months.count;
      all.windows.push_back(one);
    }
    for (auto packs = chance(30) ? from(1, 2) : 0; packs > 0; --packs) {
      all.packs.push_back(
          {static_cast<std::uint32_t>(from(0, of.months - 1)), from(0, 5), from(0, 20), chance(20)});
    }
    all.users_per_unit = chance(20) ? from(1, 3) : 0;
    all.users = all.users_per_unit == 0 ? std::vector<count>() : some_users(of);
    return all;
  }

  void add_segment(optimizing::problem& of) {
    optimizing::segment each;
    each.users = from(0, 3);
    each.menu = static_cast<std::uint32_t>(of.menus.size());
    each.profile = static_cast<std::uint32_t>(of.profiles.size() / of.months);
    each.scale = pick({1, 1, 3});
    for (std::uint32_t i = 0; i < of.months; ++i)
      of.profiles.push_back(from(0, 3 * of.denominator));
    of.menus.emplace_back();
    for (std::uint32_t i = 0; i < of.offers.size(); ++i)
      if (chance(70))
        of.menus.back().push_back({i, of.offers[i].windows.empty() ? optimizing::no_load : i});
    of.segments.push_back(each);
  }

  void add_periods(optimizing::problem& of) {
    for (std::uint32_t first = 0; first < of.months;) {
      const auto months = static_cast<std::uint32_t>(from(1, of.months - first));
      of.periods.push_back({{first, months}, from(0, 60)});
      first += months;
    }
    for (auto& offer : of.offers)
      for (auto& each : offer.stretches) {
        each.in_periods.resize(of.periods.size());
        for (count i = 0; i < each.charges; ++i)
          ++each.in_periods[static_cast<std::size_t>(from(0, static_cast<count>(of.periods.size()) - 1))];
      }
  }

  std::mt19937_64 draws_;
};

} // namespace proviso::support
