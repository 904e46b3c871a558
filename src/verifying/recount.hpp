// What a purchase costs, counted from the problem alone.
#pragma once

#include "optimizing/certificate.hpp"

namespace proviso::verifying {

__extension__ typedef __int128 wide; // NOLINT(modernize-use-using): holds products of figures of 62 bits

struct recounted {
  optimizing::money cost = 0;
  std::string wrong; // why the purchase is none; empty where it is one
};

[[nodiscard]] recounted recount(const optimizing::problem& of, const optimizing::purchase& bought);

// One charge of a quantity, rounded.
[[nodiscard]] wide one_charge(const optimizing::problem& of, const optimizing::stretch& bought,
                              optimizing::count quantity);

// The period that holds the month; 0 where the problem has none.
[[nodiscard]] std::size_t period_of(const optimizing::problem& of, std::uint32_t month);

// The same, not rounded.
[[nodiscard]] wide unrounded(const optimizing::stretch& bought, optimizing::count quantity);

// Half up to the problem's minor unit.
[[nodiscard]] wide half_up(const optimizing::problem& of, wide exact);

// Whole logins of a load from its numerator.
[[nodiscard]] optimizing::count whole_logins(const optimizing::problem& of, const optimizing::load& counted,
                                             optimizing::count numerator);

[[nodiscard]] bool may_buy(const optimizing::stretch& offered, optimizing::count quantity);

[[nodiscard]] inline bool contains(const optimizing::run& months, std::uint32_t month) {
  return months.first <= month && month < months.first + months.count;
}

} // namespace proviso::verifying
