// What may be bought in place of what the contract says, and who would use it: plain data that names offers,
// stretches, packs and populations by their place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace proviso::savings {

// Users of one band who change to another offer for the whole term.
struct move {
  std::size_t population = 0; // in the plan's order
  std::size_t band = 0;       // of the population
  std::int64_t users = 0;
  std::size_t to = 0; // an offer
  friend bool operator==(const move&, const move&) = default;
};

struct purchase {
  std::vector<std::vector<std::int64_t>> quantities; // by offer and stretch
  std::vector<std::vector<bool>> packs;              // by offer and pack: taken
  std::vector<std::size_t> homes;                    // by population: the offer of all who do not move
  std::vector<move> moves;
  friend bool operator==(const purchase&, const purchase&) = default;
};

} // namespace proviso::savings
