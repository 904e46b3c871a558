// A purchase with the proof that none costs less than its bound, as plain data that is checked without
// searching.
//
// The proof is a tree. Each inner node splits all purchases in two by one whole number; each leaf gives
// multipliers, which price the rows of the problem: for each offer in order its windows (money a login), then
// its stretches (money a user, for users + Σ chosen <= users_per_unit × quantity in the months of the stretch),
// then all months without a stretch, as if they were one with nothing bought; after all offers each period
// (from 0 to 1: the part of its least charge that is counted instead of the same part of its charges). With the
// rows priced, every segment, quantity, pack and overage is least by itself, and the sum of the least is a
// bound:
//   cost >= min of (cost + Σ multiplier × (logins or users of the row - what serves it)),
//   the cost of a period being >= (1 - multiplier) × its charges + multiplier × its least.
// It is raised to the next sum that prices can have, and to the least cost. The least of all leaves bounds the
// whole.
#pragma once

#include "optimizing/problem.hpp"

namespace proviso::optimizing {

// What is bought, and who takes what.
struct purchase {
  std::vector<std::vector<count>> quantities; // by offer and stretch
  std::vector<std::vector<bool>> packs;       // by offer and pack: taken
  std::vector<count> users;                   // by segment, then by choice of its menu
  friend bool operator==(const purchase&, const purchase&) = default;
};

enum class splitting : std::uint8_t {
  quantity, // of stretch `part` of offer `whole`
  pack,     // whether pack `part` of offer `whole` is taken
  overage,  // blocks of logins paid for in window `part` of offer `whole`
  users     // of segment `whole` that take choice `part` of its menu
};

struct split {
  splitting what = splitting::quantity;
  std::uint32_t whole = 0;
  std::uint32_t part = 0;
  count at = 0; // first child: at most this; second child: more
  friend bool operator==(const split&, const split&) = default;
};

struct proof_node {
  std::optional<split> inner;            // followed by the first child's nodes, then by the second's
  std::int64_t scale = 1;                // of a leaf
  std::vector<std::int64_t> multipliers; // of a leaf, by row: from 0 to most_multiplier, in money ÷ scale
  friend bool operator==(const proof_node&, const proof_node&) = default;
};

constexpr std::int64_t most_multiplier = std::int64_t{1} << 50;
constexpr std::int64_t most_scale = std::int64_t{1} << 60; // times the problem's denominator

struct proof {
  std::vector<proof_node> nodes; // a tree, parents first
  friend bool operator==(const proof&, const proof&) = default;
};

struct certificate {
  purchase bought;
  money cost = 0;
  money bound = 0; // no purchase costs less
  proof why;
  friend bool operator==(const certificate&, const certificate&) = default;
};

} // namespace proviso::optimizing
