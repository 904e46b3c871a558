// The cheapest purchase with some kinds of change allowed: each way to settle populations is posed to the
// optimiser, and what it finds is costed anew by metering. Bands may leave any home, so that the home decides
// only where those are whom no band tells: users who come later, and parts of users. Where there are none, one
// home stands for all.
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
  std::size_t most_ways = 64;    // ways to settle populations; beyond, some are bounded together,
  std::size_t few_ways = 64;     // until so many are left
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
  // Whether what is posed counts fewer users or logins than there are.
  [[nodiscard]] bool loses(const given_parts& given) const;
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
  // Where a population may settle, the offer it is settled at first.
  struct settling {
    std::vector<std::size_t> homes;
    bool anywhere = false; // as given_parts has it
    rational lost;         // what its bound does not count then
  };
  using settlings = std::vector<settling>;
  [[nodiscard]] settlings homes(const allowance& allowed) const;
  [[nodiscard]] settling settling_of(std::size_t population, const allowance& allowed) const;
  // Populations of which no home is told apart, until there are few enough ways; first those that lose nothing.
  void join(settlings& all, const allowance& allowed) const;
  [[nodiscard]] bool can_join(std::size_t population, const settling& one, const allowance& allowed) const;
  [[nodiscard]] std::size_t ways_of(const settlings& all) const; // most_ways + 1 where there are more
  // The ways that need no search, where they are cheaper.
  void try_named(found& best, const allowance& allowed) const;
  // Bands that move in part, moved whole or not at all where that is cheaper.
  void polish(found& best, const allowance& allowed) const;
  void try_all(found& best, const settlings& ways, const allowance& allowed) const;
  // One population at a time.
  void try_each(found& best, const settlings& ways, const allowance& allowed) const;

  const market& in_;
  const people& who_;
  std::vector<std::size_t> settled_;          // by population
  std::vector<std::vector<rational>> beyond_; // its bands, by population and offer
  std::vector<rational> fixed_;               // as given_parts has it
  effort limits_;
};

} // namespace proviso::savings
