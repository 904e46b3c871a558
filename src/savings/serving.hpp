// Whether an offer would serve a population: what its license offers and reaches, what the contract forbids
// there, and what kind of change it is to go there.
#pragma once

#include "savings/people.hpp"

namespace proviso::savings {

// By its own offer, its needs and accesses; figures are left out.
[[nodiscard]] standing standing_of(const market& in, const population& of, std::size_t offer);

// The first need that the license surely does not offer: "reports"; empty where there is none.
[[nodiscard]] std::string lacking_of(const model::license& license, const usage::population& of);

} // namespace proviso::savings
