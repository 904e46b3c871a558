// Who uses what: each population of the plan with its bands, the offers that would serve it, and the figures it
// would bring to each of them.
#pragma once

#include "base/known.hpp"
#include "metering/assess.hpp"
#include "savings/market.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::savings {

using base::known;
using base::rational;

// What kind of change it is to take an offer, from the least to the most; `none` where it does not serve.
enum class change : std::uint8_t { stay, move, license, window, none };

struct demand { // of all users of a population at one offer
  std::vector<std::int64_t> users;
  std::vector<rational> logins; // by month, exact before they are rounded; empty for members
  std::vector<rational> factor; // logins of a user of one login day in the month; empty for members
};

struct standing { // of a population towards an offer
  change kind = change::none;
  std::string why; // it does not serve, or is not known to
  demand full;
};

struct population {
  const metering::population_usage* metered = nullptr; // under the contract as written
  std::size_t own = 0;                                 // the offer the plan names
  std::vector<metering::band> bands;
  std::string no_bands;     // why there are none
  std::vector<standing> at; // by offer
  std::string lacking;      // a need that its own license does not offer; empty where all are

  [[nodiscard]] const std::string& name() const { return metered->population->name.value; }
  [[nodiscard]] std::int64_t users_in_bands() const;
  // Whether it has users in any month at the offer.
  [[nodiscard]] bool is_there(std::size_t offer) const;
};

struct people {
  std::vector<population> all; // in the plan's order
  base::day today;
};

// Logins of the users who stay where `moved` login days of an ordinary month have left.
[[nodiscard]] std::int64_t logins_that_stay(const demand& of, std::size_t month, std::int64_t moved);
// Logins of users with so many login days together.
[[nodiscard]] std::int64_t logins_that_come(const demand& of, std::size_t month, std::int64_t moved);
// Login days of all bands together where the offer is bought.
[[nodiscard]] std::int64_t days_in_bands(const population& of, const offer& at);
// How many users and logins its bands do not tell of those it would bring to the offer: nothing where every
// month has the users of its bands and their logins.
[[nodiscard]] rational beyond_bands(const population& of, const market& in, std::size_t offer);
// What a band's user counts as where the offer is bought: login days, or whether there are any.
[[nodiscard]] std::int64_t weight(const offer& at, int login_days);

// Unknown, and why, where users of a month are.
[[nodiscard]] known<people> people_of(const market& in, const metering::assessment& written, base::day today);

} // namespace proviso::savings
