// Who takes which offer, summed: the users and the logins that each offer must serve.
#pragma once

#include "optimizing/certificate.hpp"
#include "optimizing/costing.hpp"

namespace proviso::optimizing {

struct offer_usage {
  count users = 0;           // who chose it
  std::vector<count> logins; // by month, its loads' rounded logins
};

// Where the users of each segment stand in `purchase::users`; one more at the end.
[[nodiscard]] std::vector<std::size_t> first_choices(const problem& of);

// Whether every user of every segment has exactly one choice.
[[nodiscard]] bool serves_all(const problem& of, const std::vector<count>& users);

[[nodiscard]] std::vector<offer_usage> usage_of(const problem& of, const std::vector<count>& users);

// Adds what one offer costs with that usage. False where it does not serve it or is not for sale; the bill is
// then of no use.
[[nodiscard]] bool add_offer(const problem& of, const offer& from, const std::vector<count>& quantities,
                             const std::vector<bool>& packs, const offer_usage& used, bill& to);

} // namespace proviso::optimizing
