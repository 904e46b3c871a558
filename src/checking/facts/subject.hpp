// Who a holder of access is to a restriction.
#pragma once

#include "checking/facts/exposure.hpp"
#include "checking/facts/standing.hpp"

#include <functional>
#include <optional>
#include <string>

namespace proviso::checking {

struct subject {
  const metadata::holder* holder = nullptr;
  const model::license* license = nullptr;     // where the catalogue knows it
  exposure::kind as = exposure::kind::granted; // granted, grantable or guest
  std::string doubt;                           // why it is not certain; empty where it is
};

// None where the restriction does not concern the holder.
[[nodiscard]] std::optional<subject> under(const metadata::holder& one, const standing& is,
                                           const model::restriction& r, const model::contract& contract);

// As what a right concerns the contract, and who holds it; none where exports do not tell.
struct held_as {
  exposure::kind of;
  std::optional<held> by;
  const holding* all = nullptr; // null: exports do not tell

  [[nodiscard]] bool same_as(const held_as& other) const {
    return of == other.of && by == other.by && same_people(all, other.all);
  }
};
// A set for anybody that somebody whom the restriction binds holds is granted. `who` may be null.
[[nodiscard]] held_as held_as_of(const subject& one, holdings* who, const holdings::right& what,
                                 const std::function<base::truth(const model::license&)>& bound);

// Today or, outside of the term, its nearest day.
[[nodiscard]] base::day day_of_term(const model::contract& contract, base::day today);

// Why an exception may not hold for every holder of a license.
[[nodiscard]] std::string exception_doubt(const model::restriction& r, const model::license& license);

} // namespace proviso::checking
