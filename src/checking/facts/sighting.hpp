// What exports show of the people of a population today.
#pragma once

#include "base/known.hpp"
#include "base/rational.hpp"
#include "metering/assessment.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::observing {
struct observation;
}

namespace proviso::checking {

class facts;

// Those who hold the license of a SKU today, by how often they logged in in the months that are seen whole.
struct sighting {
  std::string population;
  std::uint32_t sku = 0;
  base::known<std::int64_t> users = std::int64_t{0};
  int months = 0;                           // seen whole; 0: nothing can be said of their logins
  base::known<std::int64_t> silent;         // who never logged in
  base::known<std::int64_t> better;         // who would cost less the other way; at the tie the login wins
  base::known<std::int64_t> quiet;          // who came before, and not in the last three months
  base::known<std::int64_t> crossed;        // who was on the other side of the break-even in the first half
  base::known<base::rational> better_saves; // a month, whole blocks and minimums heeded; of these alone
  base::known<base::rational> silent_saves; // a month, if these gave their licenses up; of members
  const model::sku* other = nullptr;        // the SKU or quote that sells the license the other way; null: none
  base::known<std::int64_t> switched;       // who came from or went to another population inside a month
};

// Whether exports tell who holds which license.
[[nodiscard]] bool shows_users(const observing::observation& seen);
[[nodiscard]] std::vector<sighting> sightings(const facts& f, const observing::observation& seen);

} // namespace proviso::checking
