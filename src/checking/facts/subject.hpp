// Who a holder of access is to a restriction.
#pragma once

#include "checking/facts/exposure.hpp"
#include "checking/facts/standing.hpp"

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

// Today or, outside of the term, its nearest day.
[[nodiscard]] base::day day_of_term(const model::contract& contract, base::day today);

// Why an exception may not hold for every holder of a license.
[[nodiscard]] std::string exception_doubt(const model::restriction& r, const model::license& license);

} // namespace proviso::checking
