// A purchase to be found, as whole numbers for the optimiser: contract and plan with one home for each
// population, and the kinds of change that are allowed.
#pragma once

#include "optimizing/certificate.hpp"
#include "savings/people.hpp"

#include <string>
#include <vector>

namespace proviso::savings {

struct allowance {
  change most = change::stay; // of users
  bool packs = false;         // stated packs may be taken or left

  [[nodiscard]] bool permits(const standing& at) const { return at.kind <= most; }
};

struct posed {
  optimizing::problem problem;
  std::vector<std::pair<std::size_t, std::size_t>> segments; // population and band of each
  std::vector<std::size_t> homes;
  std::vector<bool> anywhere; // by population, as given_parts has it
  std::vector<move> moves;    // that were given
  std::int64_t fixed = 0;     // minor units to add to every cost
  std::int64_t fine = 1;      // units of the problem's money in a minor unit
  std::int64_t slack = 0;     // minor units by which rounding may make a purchase cheaper than the problem says
  std::string partial;        // what it leaves out, so that its bound bounds nothing; empty where it is whole
};

// The contract as it is, or made easier where the optimiser cannot hold it: what serves the contract serves
// what is easier for no more, so that its bound holds for both. Purchases of the second need not serve.
enum class posing_as : std::uint8_t { written, easier };

// What is settled before the search.
struct given_parts {
  std::vector<std::size_t> homes;           // that bands may leave
  const std::vector<move>* moves = nullptr; // these and no others; null: they are to be found
  std::vector<rational> fixed; // charges that no decision changes, in minor units, by contract year
  // By population: posed so that no home it may have costs less. Users beyond its bands are nobody's then, and
  // what is found is no purchase unless there are none. Empty: as its home has it.
  std::vector<bool> anywhere = {};
};

// Unknown, and why, where a figure that it takes is not known or a number does not fit.
[[nodiscard]] known<posed> pose(const market& in, const people& who, const given_parts& given,
                                const allowance& allowed, posing_as how = posing_as::written);

// Whether users of the population may leave a home for the offer: nobody comes back to the one the plan names,
// as parts of users would be lost on the way.
[[nodiscard]] bool may_take(const market& in, const population& of, std::size_t home, std::size_t offer,
                            const allowance& allowed);

// With the moves that were given, if any.
[[nodiscard]] purchase translated(const posed& from, const market& in, const optimizing::purchase& found);

} // namespace proviso::savings
