// Runs the expressions of a compiled rule over the facts of a contract. Nothing fails: what cannot be told is
// unknown, with what is missing. Work is counted and bounded.
#pragma once

#include "checking/rules/rule.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace proviso::checking {

// The collections of one contract, each drawn once.
class listings {
public:
  explicit listings(const facts& of) : facts_(of) {}
  [[nodiscard]] const base::known<record_list>& of(const collection& wanted);

private:
  const facts& facts_;
  std::map<const collection*, base::known<record_list>> drawn_;
};

class evaluator {
public:
  // Gives up after `most_steps` nodes.
  evaluator(const rule& in, const facts& over, listings& lists, std::span<const value> parameters,
            std::int64_t most_steps);

  [[nodiscard]] value evaluate(node_id id);
  // `truth` of a condition; yes where there is none. Reasons for unknown are added to `why`.
  [[nodiscard]] base::truth holds(node_id condition, unknown& why);

  void bind(std::uint32_t slot, record to) { slots_[slot] = to; }
  [[nodiscard]] record bound(std::uint32_t slot) const { return slots_[slot]; }

  // The records a loop has to look at, until the next lookup is drawn; why its collection is unknown where it
  // is.
  struct choice {
    const record_list* records = nullptr;
    std::string missing;
  };
  [[nodiscard]] choice candidates(std::uint32_t loop);
  // Why it is not certain that there is such a record.
  [[nodiscard]] unknown doubt_of(record r) const;

  [[nodiscard]] bool exhausted() const { return steps_ > most_steps_; }
  [[nodiscard]] const facts& over() const { return facts_; }

private:
  struct lookup {                                        // records of a loop by the value of its inner key
    std::unordered_map<std::string, record_list> by_key; // those with that key, after those of `open`
    record_list open;                                    // whose key is unknown
  };

  // What a node comes to, without a copy where it stands somewhere already; else in `room`.
  const value& reach(node_id id, value& room);
  value constant(const node& n) const;
  value field(const node& n);
  value period_part(const node& n);
  value exists(const node& n);
  value logical(const node& n);
  value condition(const node& n);
  value comparison(const node& n);
  value arithmetic(const node& n);
  value membership(const node& n);
  value rounded(const node& n);
  value aggregate(const node& n);
  value gathered(const node& n);
  value fold(const node& n, const record_list& all);
  value decide(const node& n, const record_list& all);

  const lookup& lookup_of(std::uint32_t loop, const record_list& all);

  const rule& rule_;
  const facts& facts_;
  listings& lists_;
  std::span<const value> parameters_;
  std::vector<record> slots_;
  std::map<std::uint32_t, lookup> lookups_;
  std::map<std::pair<const node*, std::string>, value> gathered_; // what hangs on its key alone, by the key
  std::int64_t most_steps_;
  std::int64_t steps_ = 0;
};

} // namespace proviso::checking
