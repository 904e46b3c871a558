// Ways to settle everyone that need no search: all on logins, all members, and the rule of three logins.
#pragma once

#include "savings/people.hpp"
#include "savings/problem.hpp"

#include <string>
#include <vector>

namespace proviso::savings {

struct settlement {
  std::string name;
  std::vector<std::size_t> homes; // by population
  std::vector<move> moves;
  std::string missing; // why it is not known; empty where it is
};

// "all logins", "all members", "members from 4 login days on", for who is settled so before.
[[nodiscard]] std::vector<settlement> settlements_of(const market& in, const people& who,
                                                     const std::vector<std::size_t>& settled);

// Whether nobody changes further than is allowed.
[[nodiscard]] bool is_allowed(const settlement& one, const people& who, const std::vector<std::size_t>& settled,
                              const allowance& allowed);

// What a unit of the offer costs a month today, after discounts; empty where it has no price.
[[nodiscard]] std::optional<rational> net_price(const market& in, std::size_t offer, base::day today);

} // namespace proviso::savings
