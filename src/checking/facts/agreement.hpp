// Who holds a license today: by exports of users, by dated assignments, and whether the two agree.
#pragma once

#include "base/day.hpp"
#include "base/known.hpp"
#include "org/directory.hpp"

#include <cstdint>

namespace proviso::checking {

struct license_sold { // one way in which a license is sold; the org has a name of its own for it
  const model::license* of = nullptr;
  model::sale as = model::sale::members;

  [[nodiscard]] bool is(const org::license& other) const {
    return other.of != nullptr && other.of == of && other.sold == as;
  }
};

// Users who may log in and have a dated assignment today.
struct agreement {
  std::int64_t exported = 0; // who hold the license by the export of users
  std::int64_t assigned = 0; // by their assignment; the export says a license of theirs too
  std::int64_t both = 0;
  std::int64_t untold = 0; // by one of the two, and what the other says nobody knows
};

[[nodiscard]] agreement agreement_on(const license_sold& license, const org::directory& org, base::day today);

// Users who may log in and hold it today, by the export of users; where there is none, by dated assignments.
[[nodiscard]] base::known<std::int64_t> holders_of(const license_sold& license, const org::directory& org,
                                                   base::day today);

} // namespace proviso::checking
