// The cheapest purchase with some kinds of change allowed: each way to settle whole populations is posed to the
// optimiser, and what it finds is costed anew by metering.
#pragma once

#include "optimizing/solution.hpp"
#include "savings/costing.hpp"
#include "savings/problem.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace proviso::savings {

// One way to settle whole populations, as it was posed and answered: a part of the proof.
struct way {
  posed asked;
  optimizing::certificate answer;
};

struct found {
  purchase bought;
  std::shared_ptr<const costed> exact;
  std::optional<rational> bound; // no purchase that is allowed costs less
  // What the search leaves out, or why there is no bound; empty where it looks at all there is. A bound beside
  // it is that of an easier contract, and holds for this one.
  std::string doubt;
  std::vector<std::shared_ptr<const way>>
      ways;                        // all of them together prove the bound; none where there is doubt
  std::shared_ptr<const way> from; // the purchase, or one that costs the same, was found in it

  [[nodiscard]] const rational& cost() const { return exact->cost(); }
  [[nodiscard]] bool proven() const { return bound && *bound == cost(); }
};

struct effort {
  std::int64_t work = 4'000'000; // elementary steps of the optimiser for one way to settle populations
  std::size_t most_ways = 64;    // ways to settle populations; beyond, they are tried one population at a time
};

class searching {
public:
  // `start` serves everyone: populations whose own offer does not are settled elsewhere in it.
  searching(const market& in, const people& who, const purchase& start, effort limits);

  // Why users who may take another kind of offer cannot be told apart; empty where they can. They are then
  // settled as a whole alone, and nothing is proved.
  [[nodiscard]] std::string unsplit(change kind) const;
  // Never dearer than `known`, which is kept where nothing cheaper is found.
  [[nodiscard]] found cheapest(const allowance& allowed, const found& known) const;
  // The best quantities for these homes and moves, packs taken or left unless they are not free to choose;
  // empty where none serve.
  [[nodiscard]] std::optional<found> fitted(const std::vector<std::size_t>& homes,
                                            const std::vector<move>& moves, bool packs = true) const;

private:
  struct attempt {
    std::optional<found> best;
    std::optional<rational> bound;
    std::string doubt;       // as in `found`
    bool infeasible = false; // proved: nothing serves, and `bound` is none
    std::shared_ptr<const way> proof;
  };
  [[nodiscard]] attempt attempted(const given_parts& given, const allowance& allowed) const;
  // Moves that serve only where fewer users leave than there are: the best quantities for them, and for no more
  // of a population than there are in some month.
  [[nodiscard]] std::optional<found> repaired(const std::vector<std::size_t>& homes, std::vector<move> moves,
                                              bool packs) const;
  [[nodiscard]] optimizing::solution answered(const posed& asked) const;
  void take_bound(attempt& to, const std::shared_ptr<const way>& from,
                  const optimizing::solution& answer) const;
  void take_easier_bound(attempt& to, const given_parts& given, const allowance& allowed,
                         const std::string& left_out) const;
  [[nodiscard]] std::vector<std::vector<std::size_t>> homes(const allowance& allowed) const;
  // The ways that need no search, where they are cheaper.
  void try_named(found& best, const allowance& allowed) const;
  // Bands that move in part, moved whole or not at all where that is cheaper.
  void polish(found& best, const allowance& allowed) const;
  void try_all(found& best, const std::vector<std::vector<std::size_t>>& ways, const allowance& allowed) const;
  void try_each(found& best, const std::vector<std::vector<std::size_t>>& ways, const allowance& allowed) const;

  const market& in_;
  const people& who_;
  std::vector<std::size_t> settled_; // by population
  std::vector<rational> fixed_;      // as given_parts has it
  effort limits_;
};

} // namespace proviso::savings
